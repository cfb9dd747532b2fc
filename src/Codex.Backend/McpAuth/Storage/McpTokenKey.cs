using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.McpAuth.Storage;

/// <summary>The name of a login: a server that has moved is another one.</summary>
internal static class McpTokenKey
{
    private const int HashLength = 16;

    /// <summary>For example <c>docs|c9e29894cd27e760</c>.</summary>
    public static string Of(string serverName, string url)
    {
        var address = JsonEncodedText.Encode(url, CompactJsonEncoder.Instance);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($$$"""{"type":"http","url":"{{{address}}}","headers":{}}"""));
        return $"{serverName}|{Convert.ToHexStringLower(hash)[..HashLength]}";
    }
}
