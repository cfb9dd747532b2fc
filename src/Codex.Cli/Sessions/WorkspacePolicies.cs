using Codex.Backend.Auth;
using Codex.Backend.Http;
using Codex.Backend.Requirements;
using Codex.Backend.Responses;
using Codex.Cli.Accounts;
using Codex.Configuration;
using Codex.Platform.Identifiers;

namespace Codex.Cli.Sessions;

/// <summary>What the user's workspace demands of a session.</summary>
internal sealed class WorkspacePolicies : IAsyncDisposable
{
    private readonly AuthManager _manager;
    private readonly CloudRequirements _requirements;
    private readonly CancellationTokenSource _end = new();
    private Task _renewal = Task.CompletedTask;

    private WorkspacePolicies(AuthManager manager, CloudRequirements requirements)
    {
        _manager = manager;
        _requirements = requirements;
    }

    /// <summary>The requirements; null when there are none.</summary>
    public string? Text { get; private set; }

    /// <summary>Asks for them, where the kept answer is too old.</summary>
    /// <exception cref="CloudRequirementsException">The workspace has some that cannot be had.</exception>
    /// <exception cref="ConfigException">They cannot be used.</exception>
    public static async Task<WorkspacePolicies> LoadAsync(
        AccountSettings account, ConfigLoadRequest request, FrontEnd front, CancellationToken cancellationToken)
    {
        var policies = Create(account, request, ClientIdentity.CreateWithoutClient(front.Name, request.Host));
        try
        {
            policies.Text = await policies._requirements.LoadAsync(cancellationToken);
            return policies;
        }
        catch
        {
            await policies.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps the answer fresh for the next sessions as long as this one runs.</summary>
    public void StartRenewal() => _renewal = _requirements.KeepRenewedAsync(_end.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _renewal;
        }
        catch (OperationCanceledException)
        {
            // That was its end.
        }

        _end.Dispose();
        _requirements.Dispose();
        await _manager.DisposeAsync();
    }

    private static WorkspacePolicies Create(AccountSettings account, ConfigLoadRequest request, ClientIdentity identity)
    {
        var manager = AuthManagers.Create(account, request.Host, identity, readsApiKeyVariable: false, static (_, _) => { });
        return new WorkspacePolicies(manager, new CloudRequirements(new CloudRequirementsOptions
        {
            CodexHome = request.CodexHome,
            Account = manager,
            ChatGptBaseUrl = account.ChatGptBaseUrl,
            Identity = identity,
            Check = text => ConfigLoader.CheckCloudRequirements(request with { CloudRequirements = text }),
            Time = TimeProvider.System,
            Random = new RandomIdSource(),
            CreateHandler = () => HttpHandlerFactory.Create(request.Host),
        }));
    }
}
