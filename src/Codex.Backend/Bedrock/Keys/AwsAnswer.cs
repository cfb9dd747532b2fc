using System.Net;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>What a server said.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The text.</param>
internal sealed record AwsAnswer(HttpStatusCode Status, string Body)
{
    /// <summary>Whether it is what was asked for.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The members of the JSON object that it is.</summary>
    /// <param name="who">Who said it, for the error.</param>
    /// <exception cref="AwsKeysException">It is none.</exception>
    public AwsJson Json(string who) => AwsJson.Parse(Body, who);

    /// <summary>The text of the first XML element of a name; null when there is none.</summary>
    public string? Element(string name)
    {
        var start = Body.IndexOf($"<{name}>", StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += name.Length + 2;
        var end = Body.IndexOf($"</{name}>", start, StringComparison.Ordinal);
        return end < 0 ? null : WebUtility.HtmlDecode(Body[start..end]);
    }
}
