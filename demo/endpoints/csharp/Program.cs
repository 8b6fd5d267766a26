// Receives the signatures of charter-elements: ASP.NET Core 8, SQLite. NOT YET RUN: see the README of this folder.
//
//   CHARTERS_DIR=charters DATABASE=signatures.sqlite dotnet run --urls http://127.0.0.1:8080
//
// Before production: HTTPS and the identity come from IIS (Windows authentication: request.HttpContext.User) or a reverse
// proxy; back the database up, and test that a copy can be restored; decide with the data protection officer how long rows
// are kept. With SQL Server, replace SqliteConnection by SqlConnection, and let a primary key violation (error 2627) say
// that the id is there. With cookies, answer 401 where ASP.NET would redirect to its login page (OnRedirectToLogin), and 403 in
// place of the antiforgery filter's 400: the element follows no redirect, and asks to sign in again.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

const int MaxSize = 64 * 1024;
var database = $"Data Source={Environment.GetEnvironmentVariable("DATABASE") ?? "signatures.sqlite"};Default Timeout=10";
var charters = Charter.Load(Environment.GetEnvironmentVariable("CHARTERS_DIR") ?? "charters");

using (var connection = Open())
{
    using var create = connection.CreateCommand();
    create.CommandText = """
        create table if not exists charter_signatures (
          id text primary key, record text not null, record_digest text not null, received_at text not null,
          charter_id text not null, charter_version text not null, decision text not null,
          signer_name text not null, department text, identity text
        );
        create trigger if not exists no_update before update on charter_signatures
          begin select raise(abort, 'signatures are not changed'); end;
        create trigger if not exists no_delete before delete on charter_signatures
          begin select raise(abort, 'signatures are not deleted'); end;
        """;
    create.ExecuteNonQuery();
}

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxSize);
var app = builder.Build();
app.Map("/api/signatures", async (HttpRequest request) =>
{
    try
    {
        return await Receive(request);
    }
    catch (Problem problem)
    {
        return Refuse(problem);
    }
    catch (BadHttpRequestException error) when (error.StatusCode == 413)
    {
        return Refuse(new Problem(413, "payload-too-large", $"The body is larger than {MaxSize} bytes."));
    }
    catch (Exception error)
    {
        // Whatever it is, nothing was recorded: the element sends it again. The log quotes nothing that a person sent.
        app.Logger.LogError("{Error}", error.GetType().Name);
        return Refuse(new Problem(503, "unavailable", "The signature cannot be recorded now. Send it again later."));
    }
});
app.MapFallback(() => Refuse(new Problem(404, "not-found", "Signatures are posted to /api/signatures.")));
app.Run();

IResult Refuse(Problem problem) =>
    Results.Json(problem.Body, contentType: "application/problem+json", statusCode: problem.Status);

SqliteConnection Open()
{
    var connection = new SqliteConnection(database);
    connection.Open();
    // A row is on the disk before the answer is sent.
    using var command = connection.CreateCommand();
    command.CommandText = "pragma synchronous = full";
    command.ExecuteNonQuery();
    return connection;
}

async Task<IResult> Receive(HttpRequest request)
{
    if (request.Method != "POST") throw new Problem(405, "method-not-allowed", "This address takes POST.");
    var identity = request.HttpContext.User.Identity is { IsAuthenticated: true } user ? user.Name : null;
    var key = request.Headers["Idempotency-Key"].ToString().Trim().Trim('"');
    if (key == "") throw new Problem(400, "idempotency-key-missing", "Send Idempotency-Key: \"<id of the record>\".");
    var type = request.GetTypedHeaders().ContentType;
    if (type?.MediaType != "application/json" || (type.Charset.HasValue && type.Encoding is not UTF8Encoding))
        throw new Problem(415, "unsupported-media-type", "Send Content-Type: application/json, in UTF-8.");

    using var stream = new MemoryStream();
    await request.Body.CopyToAsync(stream);
    using var document = Parse(stream.ToArray());
    var record = document.RootElement;
    RecordSchema.Check(record);
    var id = record.GetProperty("id").GetString()!;
    if (key != id) throw new Problem(422, "idempotency-key-mismatch", "The Idempotency-Key is not the id of the record.");
    var canonical = Canonical.Write(record);
    var digest = Canonical.Digest(canonical);

    using var connection = Open();
    // Not asked about a record that is already here: the charter may have changed since.
    if (Find(connection, id) is null) Charter.Check(record, charters);
    var added = Add(connection, record, canonical, digest, identity);
    var (keptDigest, receivedAt) = Find(connection, id) ?? throw new InvalidOperationException();
    if (keptDigest != digest)
        throw new Problem(422, "idempotency-mismatch", "Another record was recorded under this id.");
    return Results.Json(new { id, receivedAt, recordDigest = digest }, statusCode: added ? 201 : 200);
}

JsonDocument Parse(byte[] body)
{
    try
    {
        // The encoding throws on what is not UTF-8.
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
    }
    catch (Exception error) when (error is JsonException or DecoderFallbackException)
    {
        throw new Problem(400, "malformed-json", "The body cannot be read as JSON in UTF-8.");
    }
}

(string Digest, string ReceivedAt)? Find(SqliteConnection connection, string id)
{
    using var command = connection.CreateCommand();
    command.CommandText = "select record_digest, received_at from charter_signatures where id = $id";
    command.Parameters.AddWithValue("$id", id);
    using var reader = command.ExecuteReader();
    return reader.Read() ? (reader.GetString(0), reader.GetString(1)) : null;
}

bool Add(SqliteConnection connection, JsonElement record, string canonical, string digest, string? identity)
{
    var (charter, signer) = (record.GetProperty("charter"), record.GetProperty("signer"));
    using var command = connection.CreateCommand();
    // The primary key decides which of several that come at once is the one.
    command.CommandText =
        "insert into charter_signatures values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing";
    object?[] values =
    [
        record.GetProperty("id").GetString(), canonical, digest,
        DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        charter.GetProperty("id").GetString(), charter.GetProperty("version").GetString(),
        record.GetProperty("decision").GetString(), signer.GetProperty("name").GetString(),
        signer.TryGetProperty("department", out var department) ? department.GetString() : null, identity,
    ];
    for (var index = 0; index < values.Length; index++)
        command.Parameters.AddWithValue($"${index}", values[index] ?? DBNull.Value);
    return command.ExecuteNonQuery() == 1;
}

/// <summary>An answer that is an error of the contract (RFC 9457).</summary>
sealed class Problem(int status, string name, string detail, object? errors = null, object? current = null)
    : Exception(detail)
{
    public int Status => status;

    public Dictionary<string, object> Body
    {
        get
        {
            var body = new Dictionary<string, object>
            {
                ["type"] = $"urn:charter-elements:problem:{name}",
                ["title"] = name,
                ["status"] = status,
                ["detail"] = Message,
            };
            if (errors is not null) body["errors"] = errors;
            if (current is not null) body["current"] = current;
            return body;
        }
    }
}
