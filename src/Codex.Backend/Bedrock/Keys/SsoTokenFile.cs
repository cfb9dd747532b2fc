using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Codex.Backend.Auth;
using Codex.Platform.Environment;
using Codex.Platform.Files;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>The file in which the tools of AWS keep a login.</summary>
internal sealed class SsoTokenFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;

    private SsoTokenFile(string path) => _path = path;

    /// <summary>The file of a login.</summary>
    /// <param name="environment">Tells the directory of the user.</param>
    /// <param name="login">Name of the session, or the page of a login without one.</param>
    /// <exception cref="AwsKeysException">The user has no directory.</exception>
    public static SsoTokenFile Of(HostEnvironment environment, string login)
    {
        var home = AwsProfiles.Home(environment) ?? throw new AwsKeysException("there is no home directory with AWS logins");
#pragma warning disable CA5350 // It names a file, as the tools of AWS do.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(login)));
#pragma warning restore CA5350
        return new SsoTokenFile(Path.Combine(home, ".aws", "sso", "cache", name + ".json"));
    }

    /// <summary>Reads the login.</summary>
    /// <exception cref="AwsKeysException">There is none that can be used.</exception>
    public SsoToken Read()
    {
        var json = AwsJson.Parse(ReadText(), $"the login file {_path}");
        return new SsoToken(new Secret(json.Require("accessToken")), json.Time("expiresAt") ?? DateTimeOffset.MinValue)
        {
            RefreshToken = SecretOf(json.Text("refreshToken")),
            ClientId = json.Text("clientId"),
            ClientSecret = SecretOf(json.Text("clientSecret")),
            RegistrationExpiresAt = json.Time("registrationExpiresAt"),
            Region = json.Text("region"),
            StartUrl = json.Text("startUrl"),
        };
    }

    /// <summary>Replaces the login by a renewed one, members in the order in which 0.136.0 writes them.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(SsoToken token)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("accessToken", token.AccessToken.Reveal());
            writer.WriteString("expiresAt", TimeText(token.ExpiresAt));
            WriteText(writer, "refreshToken", token.RefreshToken?.Reveal());
            WriteText(writer, "clientId", token.ClientId);
            WriteText(writer, "clientSecret", token.ClientSecret?.Reveal());
            WriteText(writer, "registrationExpiresAt", token.RegistrationExpiresAt is { } end ? TimeText(end) : null);
            WriteText(writer, "region", token.Region);
            WriteText(writer, "startUrl", token.StartUrl);
            writer.WriteEndObject();
        }

        FileReplacement.Write(_path, buffer.WrittenSpan, OwnerOnly);
    }

    private string ReadText()
    {
        try
        {
            return File.ReadAllText(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsKeysException("nobody is logged in for the profile: run `aws sso login`");
        }
    }

    private static string TimeText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static Secret? SecretOf(string? text) => text is null ? null : new Secret(text);
}
