using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Codex.Backend.Auth.AgentIdentity.Signatures;
using Codex.Backend.Auth.Http;

namespace Codex.Backend.Auth.AgentIdentity;

/// <summary>Signs in the name of an agent.</summary>
internal sealed class AgentKey
{
    private readonly string _runtimeId;
    private readonly Ed25519Key _key;
    private readonly TimeProvider _time;

    /// <summary>Opens the key of an identity.</summary>
    /// <exception cref="AuthException">The key cannot be read.</exception>
    public AgentKey(AgentIdentityClaims claims, TimeProvider time)
    {
        _runtimeId = claims.RuntimeId;
        _time = time;
        _key = Ed25519Key.FromPkcs8(Decode(claims.PrivateKey.Reveal()))
            ?? throw new AuthException("stored agent identity private key is not valid PKCS#8");
    }

    /// <summary>The body of a request for a task.</summary>
    public byte[] RegistrationBody()
    {
        var now = Now();
        return JsonBody.Of(("timestamp", now), ("signature", Sign($"{_runtimeId}:{now}")));
    }

    /// <summary>The authorization header of a request that belongs to a task.</summary>
    public Secret Assertion(string taskId)
    {
        var now = Now();
        var envelope = JsonBody.Of(
            ("agent_runtime_id", _runtimeId), ("signature", Sign($"{_runtimeId}:{taskId}:{now}")), ("task_id", taskId), ("timestamp", now));
        return new Secret("AgentAssertion " + Base64Url.EncodeToString(envelope));
    }

    private string Now() => _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Sign(string text) => Convert.ToBase64String(_key.Sign(Encoding.UTF8.GetBytes(text)));

    private static byte[] Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new AuthException("stored agent identity private key is not valid base64");
        }
    }
}
