using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.AgentIdentity;

/// <summary>Checks the signature of access tokens of agent identities with the keys that ChatGPT publishes.</summary>
/// <param name="http">Fetches the keys.</param>
/// <param name="baseUrl">Root of ChatGPT's backend.</param>
/// <param name="time">The clock.</param>
internal sealed class AgentIdentityVerifier(AuthHttp http, string baseUrl, TimeProvider time)
{
    private const string Audience = "codex-app-server";
    private const string Issuer = "https://chatgpt.com/codex-backend/agent-identity";
    private const string NotVerified = "failed to verify agent identity JWT";
    private const long LeewaySeconds = 60;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <summary>The claims of a token that is genuine and has not expired.</summary>
    /// <exception cref="AuthException">It is not, or the keys cannot be had.</exception>
    public async Task<AgentIdentityClaims> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        var claims = AgentIdentityClaims.Read(token);
        var keys = await FetchKeysAsync(cancellationToken).ConfigureAwait(false);
        var parts = token.Split('.');
        using var key = FindKey(keys, KeyId(parts[0]));
        if (!IsGenuine(key, $"{parts[0]}.{parts[1]}", parts[2]) || !IsForUs(JsonWebToken.ReadPayload(token)))
            throw new AuthException(NotVerified);
        return claims;
    }

    private string KeysUrl => baseUrl.Contains("/backend-api", StringComparison.Ordinal)
        ? $"{baseUrl}/wham/agent-identities/jwks"
        : $"{baseUrl}/agent-identities/jwks";

    private async Task<JsonElement> FetchKeysAsync(CancellationToken cancellationToken)
    {
        AuthResponse response;
        try
        {
            response = await http.GetAsync(KeysUrl, s_timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            throw new AuthException("failed to request agent identity JWKS", exception);
        }

        if (!response.IsSuccess)
            throw new AuthException("agent identity JWKS endpoint returned an error");
        return response.Json()?.Member("keys") is { ValueKind: JsonValueKind.Array } keys
            ? keys
            : throw new AuthException("failed to decode agent identity JWKS");
    }

    private static string KeyId(string header)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            if (document.RootElement.Member("alg")?.Text() is null)
                throw new AuthException("failed to decode agent identity JWT header");
            return document.RootElement.Member("kid")?.Text() ?? throw new AuthException("agent identity JWT header does not include a kid");
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new AuthException("failed to decode agent identity JWT header", exception);
        }
    }

    private static RSA FindKey(JsonElement keys, string id)
    {
        foreach (var key in keys.EnumerateArray())
        {
            if (key.Member("kid")?.Text() == id)
                return Import(key);
        }

        throw new AuthException($"agent identity JWT kid {id} is not trusted");
    }

    private static RSA Import(JsonElement key)
    {
        try
        {
            return RSA.Create(new RSAParameters { Modulus = Number(key, "n"), Exponent = Number(key, "e") });
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw new AuthException("failed to build JWT decoding key", exception);
        }
    }

    private static byte[] Number(JsonElement key, string name) => Base64Url.DecodeFromChars(key.Member(name)?.Text() ?? "");

    // Always RS256, whatever the token's header asks for.
    private static bool IsGenuine(RSA key, string signed, string signature)
    {
        try
        {
            return key.VerifyData(Encoding.ASCII.GetBytes(signed), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private bool IsForUs(JsonElement? payload) =>
        payload?.Member("iss")?.Text() == Issuer
        && payload?.Member("aud")?.Text() == Audience
        && payload?.Member("exp") is { ValueKind: JsonValueKind.Number } end
        && end.TryGetInt64(out var seconds)
        && seconds >= time.GetUtcNow().ToUnixTimeSeconds() - LeewaySeconds;
}
