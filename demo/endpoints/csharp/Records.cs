using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

/// <summary>What a record must be: the contract's schema.</summary>
static class RecordSchema
{
    private const string Line = @"\S";

    /// <exception cref="Problem">The value is not a record of the contract.</exception>
    public static void Check(JsonElement record)
    {
        var isDeclined =
            record.ValueKind == JsonValueKind.Object
            && record.TryGetProperty("decision", out var decision)
            && decision.ValueKind == JsonValueKind.String
            && decision.GetString() == "declined";
        string[] required = ["schema", "id", "decision", "charter", "signer", "statements", "signedAt", "component"];
        Members(record, "", isDeclined ? [.. required, "reason"] : required, "practices");
        Text(record, "schema", "", 40, @"^charter-signature/1\z");
        Text(record, "id", "", 36, @"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z");
        Text(record, "decision", "", 10, @"^(accepted|declined)\z");
        Text(record, "reason", "", 4000, Line);
        Text(record, "signedAt", "", 40, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z\z");
        Text(record, "component", "", 200, Line);
        if (!DateTimeOffset.TryParse(record.GetProperty("signedAt").GetString(), CultureInfo.InvariantCulture, out _))
            throw Fault("/signedAt", "this instant does not exist");

        var charter = record.GetProperty("charter");
        Members(charter, "/charter", ["id", "version", "locale", "digest", "audience"], "plain");
        Text(charter, "id", "/charter", 200, Line);
        Text(charter, "version", "/charter", 40, Line);
        Text(charter, "locale", "/charter", 40, Line);
        Text(charter, "digest", "/charter", 71, @"^sha256:[0-9a-f]{64}\z");
        Text(charter, "audience", "/charter", 10, @"^(staff|patients|visitors)\z");
        if (charter.TryGetProperty("plain", out var plain) && plain.ValueKind != JsonValueKind.True)
            throw Fault("/charter/plain", "expected true, or nothing");

        var signer = record.GetProperty("signer");
        Members(signer, "/signer", ["name"], "id", "email", "role", "department");
        foreach (var name in new[] { "name", "id", "role", "department" }) Text(signer, name, "/signer", 200, Line);
        Text(signer, "email", "/signer", 254, @"^[^\s@]+@[^\s@]+\z");

        foreach (var (statement, pointer) in Items(record, "statements", 100))
        {
            Members(statement, pointer, ["id", "text"]);
            Text(statement, "id", pointer, 200, Line);
            Text(statement, "text", pointer, 4000, Line);
        }
        foreach (var (practice, pointer) in Items(record, "practices", 10_000)) Text(practice, pointer, 200, Line);
    }

    private static IEnumerable<(JsonElement Item, string Pointer)> Items(JsonElement record, string name, int most)
    {
        if (!record.TryGetProperty(name, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > most)
            throw Fault($"/{name}", $"not an array of at most {most}");
        return list.EnumerateArray().Select((item, index) => (item, $"/{name}/{index}")).ToList();
    }

    /// <summary>No member is missing, and none is there that the contract does not name.</summary>
    private static void Members(JsonElement value, string pointer, string[] required, params string[] optional)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Fault(pointer, "not an object");
        foreach (var name in required)
            if (!value.TryGetProperty(name, out _)) throw Fault($"{pointer}/{name}", "this is missing");
        foreach (var member in value.EnumerateObject())
            if (!required.Contains(member.Name) && !optional.Contains(member.Name))
                throw Fault(pointer, "holds a member that the contract does not name");
    }

    private static void Text(JsonElement holder, string name, string pointer, int limit, string pattern)
    {
        if (holder.TryGetProperty(name, out var value)) Text(value, $"{pointer}/{name}", limit, pattern);
    }

    private static void Text(JsonElement value, string pointer, int limit, string pattern)
    {
        if (value.ValueKind != JsonValueKind.String) throw Fault(pointer, "not a text");
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault(pointer, "holds half of a surrogate pair");
        }
        if (text.Contains('\0')) throw Fault(pointer, "holds U+0000");
        // Characters as the contract counts them: code points, after NFC.
        if (text.Normalize(NormalizationForm.FormC).EnumerateRunes().Count() > limit) throw Fault(pointer, $"longer than {limit} characters");
        if (!Regex.IsMatch(text, pattern)) throw Fault(pointer, "empty, or not written as the contract asks");
    }

    public static Problem Fault(string pointer, string detail) =>
        new(
            422,
            "invalid-record",
            $"At {(pointer == "" ? "the root of the record" : pointer)}: {detail}.",
            errors: new[] { new { pointer, detail } });
}

/// <summary>A charter that people may sign.</summary>
sealed record Charter(string Id, Version Version, string Locale, string Digest, JsonElement Document)
{
    /// <summary>How far ahead of this machine's clock a browser's may be.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>Every charter of a folder: the JSON files there with "schema": "charter/1".</summary>
    public static List<Charter> Load(string folder)
    {
        var charters = new List<Charter>();
        foreach (var file in Directory.GetFiles(folder, "*.json"))
        {
            var document = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            if (!document.TryGetProperty("schema", out var schema) || schema.GetString() != "charter/1") continue;
            string Member(string name) => document.GetProperty(name).GetString()!;
            var digest = Canonical.Digest(Canonical.Write(document));
            charters.Add(new Charter(Member("id"), VersionOf(Member("version")), Member("locale"), digest, document));
        }
        if (charters.Count == 0) throw new InvalidOperationException($"{folder} holds no charter.");
        return charters;
    }

    /// <exception cref="Problem">The record does not sign, word for word, the newest charter kept here.</exception>
    public static void Check(JsonElement record, List<Charter> charters)
    {
        var shown = record.GetProperty("charter");
        string Shown(string name) => shown.GetProperty(name).GetString()!;
        var version = VersionOf(Shown("version"));
        var sameId = charters.Where(charter => charter.Id == Shown("id")).ToList();
        var newest = sameId
            .OrderByDescending(charter => charter.Version)
            .ThenByDescending(charter => charter.Locale == Shown("locale"))
            .ThenByDescending(charter => charter.Locale == "fr")
            .FirstOrDefault();
        if (newest is not null && version < newest.Version)
        {
            var current = new
            {
                id = newest.Id,
                version = newest.Document.GetProperty("version").GetString(),
                locale = newest.Locale,
                digest = newest.Digest,
            };
            throw new Problem(409, "charter-outdated", $"The version to sign is {current.version}.", current: current);
        }
        var kept = sameId.Find(charter => charter.Version == version && charter.Locale == Shown("locale"))
            ?? throw new Problem(422, "unknown-charter", "No charter of this id, version and language is kept here.");
        if (kept.Digest != Shown("digest"))
            throw new Problem(422, "digest-mismatch", $"The copy of this charter kept here has {kept.Digest}.");
        var signedAt = DateTimeOffset.Parse(record.GetProperty("signedAt").GetString()!, CultureInfo.InvariantCulture);
        if (signedAt > DateTimeOffset.UtcNow + ClockTolerance)
            throw new Problem(422, "signed-in-the-future", "/signedAt is ahead of the clock: set the device's right.");
        CheckStatements(record, kept.Document);
        CheckPractices(record, kept.Document);
    }

    private static void CheckStatements(JsonElement record, JsonElement charter)
    {
        var known = List(charter, "statements").ToDictionary(statement => TextOf(statement, "id"));
        var given = new HashSet<string>();
        foreach (var statement in List(record, "statements"))
        {
            var id = TextOf(statement, "id");
            var isKnown = known.TryGetValue(id, out var wanted) && TextOf(statement, "text") == TextOf(wanted, "text");
            if (!isKnown || !given.Add(id))
                throw RecordSchema.Fault("/statements", "holds one that the charter has not, or one twice");
        }
        if (TextOf(record, "decision") == "declined") return;
        foreach (var (id, statement) in known)
        {
            var isRequired = !statement.TryGetProperty("required", out var required) || required.GetBoolean();
            if (isRequired && !given.Contains(id))
                throw RecordSchema.Fault("/statements", $"the required statement \"{id}\" is missing");
        }
    }

    private static void CheckPractices(JsonElement record, JsonElement charter)
    {
        var known = List(charter, "practices").Select(practice => TextOf(practice, "id")).ToHashSet();
        // Taken out of the set, so that a second time is refused too.
        foreach (var practice in List(record, "practices"))
            if (!known.Remove(practice.GetString()!))
                throw RecordSchema.Fault("/practices", "holds one that the charter has not, or one twice");
    }

    private static IEnumerable<JsonElement> List(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static string TextOf(JsonElement holder, string name) =>
        holder.GetProperty(name).GetString()!.Normalize(NormalizationForm.FormC);

    /// <summary>1 and 1.0.0 are the same version; what is no version is older than any.</summary>
    private static Version VersionOf(string text)
    {
        var numbers = text.Split('.').Take(3).Select(part => int.TryParse(part, out var number) && number >= 0 ? number : 0);
        var three = numbers.Concat([0, 0, 0]).Take(3).ToArray();
        return new Version(three[0], three[1], three[2]);
    }
}
