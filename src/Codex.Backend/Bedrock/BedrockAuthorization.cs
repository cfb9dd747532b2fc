using Codex.Backend.Bedrock.Keys;
using Codex.Backend.Providers;
using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock;

/// <summary>Tells how each request is authorized: by a token, or by a signature with keys that are valid at that time.</summary>
internal sealed class BedrockAuthorization : IDisposable
{
    private const string Service = "bedrock-mantle";

    private readonly BedrockAccess _access;
    private readonly AwsHttp? _http;
    private readonly AwsKeyChain? _keys;

    private BedrockAuthorization(BedrockAccess access, AwsHttp? http, AwsKeyChain? keys)
    {
        _access = access;
        _http = http;
        _keys = keys;
    }

    /// <summary>A token that stands for itself; null when requests are signed.</summary>
    public string? Token => _access.Token?.Reveal();

    /// <summary>Reads the environment and the shared configuration files; nothing is asked over the network.</summary>
    /// <exception cref="Responses.ModelException">The region cannot be told.</exception>
    public static BedrockAuthorization Create(ProviderEndpoint provider, HostEnvironment environment, TimeProvider time)
    {
        var profiles = AwsProfiles.Read(environment);
        var access = BedrockAccess.Find(provider.AwsProfile, provider.AwsRegion, environment, profiles);
        if (access.Profile is not { } profile)
            return new BedrockAuthorization(access, null, null);
        var http = new AwsHttp(environment, time);
        var context = new AwsContext(environment, profiles, profile, access.Region, http, time);
        return new BedrockAuthorization(access, http, new AwsKeyChain(Sources(context), time));
    }

    /// <summary>Signs with keys that are valid now. Only where there is no token.</summary>
    /// <exception cref="Responses.ModelException">There are no keys.</exception>
    /// <exception cref="HttpRequestException">A server that gives keys cannot be reached.</exception>
    public async ValueTask<AwsSignature> SignatureAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new AwsSignature(await _keys!.GetAsync(cancellationToken).ConfigureAwait(false), _access.Region, Service);
        }
        catch (AwsKeysException exception)
        {
            throw BedrockAccess.Failure($"failed to load AWS credentials: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _keys?.Dispose();
        _http?.Dispose();
    }

    // Keys of the environment go before those of a profile, also of a configured one.
    private static IAwsKeySource[] Sources(AwsContext context) =>
    [
        new EnvironmentKeys(context), new ProfileKeys(context), new WebIdentityKeys(context), new ContainerKeys(context), new InstanceKeys(context),
    ];
}
