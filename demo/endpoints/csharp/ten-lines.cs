// The least that receives signatures, in C# (ASP.NET Core 8, Microsoft.Data.Sqlite): see Program.cs for the rest. NOT YET RUN.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

var app = WebApplication.Create(args);
using (var create = Command("create table if not exists signatures (id text primary key, record text, received_at text)"))
    create.ExecuteNonQuery();
app.MapPost("/signatures", async (HttpRequest request) =>
{
    var body = await new StreamReader(request.Body).ReadToEndAsync();
    string? id;
    try { id = (string?)(JsonNode.Parse(body) as JsonObject)?["id"]; }
    catch (System.Text.Json.JsonException) { return Refuse(400, "malformed-json"); }
    catch (InvalidOperationException) { id = null; }
    if (id is null) return Refuse(422, "invalid-record");
    using var insert = Command("insert or ignore into signatures values ($0, $1, $2)", id, body, DateTime.UtcNow.ToString("s", CultureInfo.InvariantCulture) + "Z");
    var added = insert.ExecuteNonQuery() == 1;
    using var select = Command("select record, received_at from signatures where id = $0", id);
    using var row = select.ExecuteReader();
    row.Read();
    if (row.GetString(0) != body) return Refuse(422, "idempotency-mismatch");
    var recordDigest = "sha256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body))).ToLowerInvariant();
    return Results.Json(new { id, receivedAt = row.GetString(1), recordDigest }, statusCode: added ? 201 : 200);
});
app.Run();

IResult Refuse(int status, string name) =>
    Results.Json(new { type = $"urn:charter-elements:problem:{name}", status }, contentType: "application/problem+json", statusCode: status);

SqliteCommand Command(string text, params string[] values)
{
    var connection = new SqliteConnection("Data Source=signatures.sqlite");
    connection.Open();
    var command = new SqliteCommand(text, connection);
    for (var index = 0; index < values.Length; index++) command.Parameters.AddWithValue($"${index}", values[index]);
    return command;
}
