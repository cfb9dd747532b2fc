using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Codex.Backend.Auth;
using Codex.Backend.Responses;
using Codex.Formats.Json;
using Codex.Platform.Files;

namespace Codex.Backend.Requirements;

/// <summary>
/// <c>cloud-requirements-cache.json</c>: the last answer, for half an hour and for one user of one workspace. The signature
/// keeps accidents out, not people: its key is no secret.
/// </summary>
internal sealed class CloudRequirementsCache(string codexHome, TimeProvider time)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(30);
    private static readonly JsonWriterOptions s_compact = new() { Encoder = CompactJsonEncoder.Instance };
    private static readonly JsonWriterOptions s_pretty = new() { Encoder = CompactJsonEncoder.Instance, Indented = true, NewLine = "\n" };
    private readonly string _path = Path.Combine(codexHome, "cloud-requirements-cache.json");

    private static ReadOnlySpan<byte> Key => "codex-cloud-requirements-cache-v3-064f8542-75b4-494c-a294-97d3ce597271"u8;

    /// <summary>The answer for a login; null when there is none that can be used.</summary>
    public CachedRequirements? Load(StoredLogin login)
    {
        if (login is not { Claims.UserId: { } user, AccountId: { } account } || Read() is not { } cached)
            return null;
        return cached.UserId == user && cached.AccountId == account && IsFresh(cached) ? cached : null;
    }

    /// <summary>Keeps an answer; a home that cannot be written has none.</summary>
    public void Save(StoredLogin login, string? contents)
    {
        var now = time.GetUtcNow();
        var answer = new CachedRequirements(Text(now), Text(now + s_life), login.Claims.UserId, login.AccountId, contents);
        try
        {
            Directory.CreateDirectory(codexHome);
            FileReplacement.Write(_path, Write(s_pretty, writer =>
            {
                writer.WriteStartObject("signed_payload");
                WriteMembers(writer, answer);
                writer.WriteEndObject();
                writer.WriteString("signature", Convert.ToBase64String(Sign(answer)));
            }), mode: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is asked for again the next time.
        }
    }

    private CachedRequirements? Read()
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(_path));
            if (json.RootElement.Member("signed_payload") is not { } payload || json.RootElement.Member("signature")?.Text() is not { } signature)
                return null;
            var cached = new CachedRequirements(
                payload.Member("cached_at")?.Text() ?? "",
                payload.Member("expires_at")?.Text() ?? "",
                payload.Member("chatgpt_user_id")?.Text(),
                payload.Member("account_id")?.Text(),
                payload.Member("contents")?.Text());
            return CryptographicOperations.FixedTimeEquals(Sign(cached), Convert.FromBase64String(signature)) ? cached : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return null;
        }
    }

    // A clock that was wrong when the answer was kept makes it no better.
    private bool IsFresh(CachedRequirements cached) =>
        DateTimeOffset.TryParse(cached.ExpiresAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
        && end > time.GetUtcNow() && end - time.GetUtcNow() <= s_life;

    private static byte[] Sign(CachedRequirements cached) => HMACSHA256.HashData(Key, Write(s_compact, writer => WriteMembers(writer, cached)));

    private static byte[] Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, CachedRequirements cached)
    {
        writer.WriteString("cached_at", cached.CachedAt);
        writer.WriteString("expires_at", cached.ExpiresAt);
        writer.WriteString("chatgpt_user_id", cached.UserId);
        writer.WriteString("account_id", cached.AccountId);
        writer.WriteString("contents", cached.Contents);
    }

    // Whole seconds: every writer of such times writes them alike, and the signature is over the text.
    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
