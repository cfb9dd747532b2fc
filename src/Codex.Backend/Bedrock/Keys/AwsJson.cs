using System.Globalization;
using System.Text.Json;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>A JSON object with keys, or with what leads to them. Members are found whatever the case of their names.</summary>
internal sealed class AwsJson
{
    private readonly JsonElement _root;
    private readonly string _who;

    private AwsJson(JsonElement root, string who)
    {
        _root = root;
        _who = who;
    }

    /// <summary>Reads an object.</summary>
    /// <param name="text">The text.</param>
    /// <param name="who">Where it comes from, for errors.</param>
    /// <exception cref="AwsKeysException">It is none.</exception>
    public static AwsJson Parse(string text, string who)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new AwsJson(document.RootElement.Clone(), who);
        }
        catch (JsonException)
        {
            // Its message may quote the text, which may hold keys.
        }

        throw new AwsKeysException($"{who} is not a JSON object");
    }

    /// <summary>The object below a member.</summary>
    /// <exception cref="AwsKeysException">There is none.</exception>
    public AwsJson Object(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value ? new AwsJson(value, _who) : throw Missing(name);

    /// <summary>A text; null when there is none.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text that has to be there.</summary>
    /// <exception cref="AwsKeysException">It is not.</exception>
    public string Require(string name) => Text(name) ?? throw Missing(name);

    /// <summary>A whole number; null when there is none.</summary>
    public long? Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>A time; null when there is none.</summary>
    public DateTimeOffset? Time(string name) => ParseTime(Text(name));

    /// <summary>Keys, with the name that this source has for the session token.</summary>
    /// <exception cref="AwsKeysException">There are none.</exception>
    public AwsCredentials Keys(string sessionToken) =>
        AwsCredentials.Create(Require("AccessKeyId"), Require("SecretAccessKey"), Text(sessionToken))! with { Expiration = Time("Expiration") };

    /// <summary>A time as these services write it; null when it is none.</summary>
    public static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private JsonElement? Find(string name)
    {
        foreach (var member in _root.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                return member.Value;
        }

        return null;
    }

    private AwsKeysException Missing(string name) => new($"{_who} has no `{name}`");
}
