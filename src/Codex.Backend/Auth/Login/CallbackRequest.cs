using System.Text;
using Codex.Backend.Auth.Http;

namespace Codex.Backend.Auth.Login;

/// <summary>A request of the user's browser.</summary>
/// <param name="Path">The path.</param>
/// <param name="Query">The parameters.</param>
internal sealed record CallbackRequest(string Path, IReadOnlyDictionary<string, string> Query)
{
    private const int MaximumHeadBytes = 64 * 1024;

    /// <summary>A parameter; null when it is missing.</summary>
    public string? this[string name] => Query.TryGetValue(name, out var value) ? value : null;

    /// <summary>Reads a request up to the end of its head; null when there is none.</summary>
    public static async Task<CallbackRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[MaximumHeadBytes];
        var length = 0;
        while (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var count = length == head.Length ? 0 : await stream.ReadAsync(head.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return null;
            length += count;
        }

        return Parse(Encoding.ASCII.GetString(head, 0, head.AsSpan().IndexOf("\r\n"u8)));
    }

    private static CallbackRequest? Parse(string line)
    {
        if (line.Split(' ') is not [_, ['/', ..] target, _])
            return null;
        var parts = target.Split('?', 2);
        return new CallbackRequest(parts[0], QueryText.Parse(parts.Length > 1 ? parts[1] : ""));
    }
}
