using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Codex.Backend.Auth;

namespace Codex.Backend.Relay;

/// <summary>Reads the key that a relay adds (<c>codex-rs/responses-api-proxy/src/read_api_key.rs</c>); what it was read into is wiped.</summary>
public static class RelayKey
{
    private const int BufferBytes = 1024;
    private const string Scheme = "Bearer ";

    private static readonly SearchValues<byte> s_letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The value of <c>Authorization</c> for the first line of <paramref name="input"/>.</summary>
    /// <exception cref="InvalidDataException">There is no key, or none that can be used.</exception>
    public static Secret Read(Stream input)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(BufferBytes - Scheme.Length, pinned: true);
        try
        {
            var key = ReadLine(input, buffer).TrimEnd("\r\n"u8);
            if (key.IsEmpty)
                throw new InvalidDataException("API key must be provided via stdin (e.g. printenv OPENAI_API_KEY | codex responses-api-proxy)");
            if (key.ContainsAnyExcept(s_letters))
                throw new InvalidDataException("API key may only contain ASCII letters, numbers, '-' or '_'");
            return new Secret(Scheme + Encoding.ASCII.GetString(key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    private static ReadOnlySpan<byte> ReadLine(Stream input, byte[] buffer)
    {
        for (var length = 0; length < buffer.Length;)
        {
            var count = input.Read(buffer.AsSpan(length));
            var end = buffer.AsSpan(length, count).IndexOf((byte)'\n');
            if (count == 0 || end >= 0)
                return buffer.AsSpan(0, length + Math.Max(0, end));
            length += count;
        }

        throw new InvalidDataException($"API key is too large to fit in the {BufferBytes}-byte buffer");
    }
}
