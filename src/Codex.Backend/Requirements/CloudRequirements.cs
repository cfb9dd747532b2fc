using Codex.Backend.Auth;
using Codex.Backend.Auth.Sources;
using Codex.Backend.Auth.Tokens;
using Codex.Backend.Responses;

namespace Codex.Backend.Requirements;

/// <summary>
/// The requirements that a company's workspace has for its members (<c>codex-rs/cloud-requirements</c>): a text like
/// <c>requirements.toml</c>. Who belongs to such a workspace does not work without them.
/// </summary>
public sealed class CloudRequirements : IDisposable
{
    private const int Attempts = 5;
    private const string Failed = "Failed to load cloud requirements (workspace-managed policies).";
    private const string NoRecovery = "Your authentication session could not be refreshed automatically. Please log out and sign in again.";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_renewalInterval = TimeSpan.FromMinutes(5);

    private readonly CloudRequirementsOptions _options;
    private readonly CloudRequirementsCache _cache;
    private readonly CloudRequirementsRequest _request;

    /// <summary>Creates it; nothing is asked yet.</summary>
    public CloudRequirements(CloudRequirementsOptions options)
    {
        _options = options;
        _cache = new CloudRequirementsCache(options.CodexHome, options.Time);
        _request = new CloudRequirementsRequest(options);
    }

    /// <summary>The requirements; null when there are none. Users without such a workspace cost no request.</summary>
    /// <exception cref="CloudRequirementsException">They cannot be had.</exception>
    public async Task<string?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!IsMember(PeekOrNothing()) || await _options.Account.GetAsync(cancellationToken).ConfigureAwait(false) is not { } login)
            return null;
        if (_cache.Load(login) is { } cached && IsUsable(cached.Contents))
            return cached.Contents;
        return await FetchInTimeAsync(login, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks again every five minutes, so that the next session starts with what is demanded by then; what cannot be had leaves the kept
    /// answer as it is. Ends when the user is no member of such a workspace any more.
    /// </summary>
    /// <exception cref="OperationCanceledException">The session is over.</exception>
    public async Task KeepRenewedAsync(CancellationToken cancellationToken)
    {
        // Most users are no members: they do not even pay for a timer.
        if (!IsMember(PeekOrNothing()))
            return;
        using var timer = new PeriodicTimer(s_renewalInterval, _options.Time);
        while (IsMember(PeekOrNothing()) && await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await _options.Account.GetAsync(cancellationToken).ConfigureAwait(false) is { } login && IsMember(login))
                    await FetchInTimeAsync(login, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is CloudRequirementsException or AuthException or Configuration.ConfigException)
            {
                // The kept answer stands.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _request.Dispose();

    private static bool IsMember(StoredLogin? login) =>
        login is { IsChatGpt: true, Claims.PlanType: { } plan } && plan.ToLowerInvariant() is "business" or "enterprise_cbp_usage_based" or "enterprise" or "hc";

    private async Task<string?> FetchInTimeAsync(StoredLogin login, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_timeout, _options.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FetchAsync(login, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new CloudRequirementsException("timed out waiting for cloud requirements after 15s", exception);
        }
    }

    private StoredLogin? PeekOrNothing()
    {
        try
        {
            return _options.Account.Peek();
        }
        catch (AuthException)
        {
            return null;
        }
    }

    private bool IsUsable(string? contents)
    {
        try
        {
            if (contents is not null)
                _options.Check(contents);
            return true;
        }
        catch (Configuration.ConfigException)
        {
            return false;
        }
    }

    private async Task<string?> FetchAsync(StoredLogin login, CancellationToken cancellationToken)
    {
        var recovery = _options.Account.CreateRecovery();
        for (var attempt = 1; attempt <= Attempts;)
        {
            var answer = await _request.SendAsync(login, cancellationToken).ConfigureAwait(false);
            if (answer is { IsSuccess: true })
                return Keep(login, answer.Contents);
            if (answer is { Status: 401 } && await TryRecoverAsync(recovery, cancellationToken).ConfigureAwait(false))
            {
                login = await _options.Account.GetAsync(cancellationToken).ConfigureAwait(false) ?? throw new CloudRequirementsException(NoRecovery);
                continue;
            }

            if (attempt++ < Attempts)
                await Task.Delay(RetryPolicy.Delay(attempt - 1, _options.Random), _options.Time, cancellationToken).ConfigureAwait(false);
        }

        throw new CloudRequirementsException(Failed);
    }

    /// <returns>False when the same may work a little later.</returns>
    private static async Task<bool> TryRecoverAsync(ICredentialRecovery recovery, CancellationToken cancellationToken)
    {
        try
        {
            return await recovery.TryNextAsync(cancellationToken).ConfigureAwait(false) ? true : throw new CloudRequirementsException(NoRecovery);
        }
        catch (TokenRefreshException exception) when (exception.IsPermanent)
        {
            throw new CloudRequirementsException(exception.Message, exception);
        }
        catch (TokenRefreshException)
        {
            return false;
        }
    }

    private string? Keep(StoredLogin login, string? contents)
    {
        if (contents is not null)
            _options.Check(contents);
        _cache.Save(login, contents);
        return contents;
    }
}
