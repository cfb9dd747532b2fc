namespace Codex.Backend.Bedrock.Keys;

/// <summary>Asks for keys in order and keeps what it got as long as it is valid.</summary>
/// <param name="sources">The ways, in order.</param>
/// <param name="time">Tells what is valid.</param>
internal sealed class AwsKeyChain(IReadOnlyList<IAwsKeySource> sources, TimeProvider time) : IDisposable
{
    private const string None =
        "set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or put keys, a role or a login for the profile into the shared configuration files";

    // The lifetime of keys about which nobody says anything, and how long before their end keys are renewed (aws-config 1.8, identity cache).
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private AwsCredentials? _kept;
    private DateTimeOffset _end;

    /// <summary>Keys that are valid now.</summary>
    /// <exception cref="AwsKeysException">There are none.</exception>
    /// <exception cref="HttpRequestException">A server cannot be reached.</exception>
    public async ValueTask<AwsCredentials> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_kept is null || time.GetUtcNow() >= _end - s_margin)
                Keep(await FindAsync(cancellationToken).ConfigureAwait(false));
            return _kept!;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async ValueTask<AwsCredentials> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(cancellationToken).ConfigureAwait(false) is { } keys)
                return keys;
        }

        throw new AwsKeysException(None);
    }

    private void Keep(AwsCredentials keys)
    {
        _kept = keys;
        _end = keys.Expiration ?? time.GetUtcNow() + s_lifetime;
    }
}
