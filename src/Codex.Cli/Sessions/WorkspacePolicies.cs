using Codex.Backend.Http;
using Codex.Backend.Requirements;
using Codex.Backend.Responses;
using Codex.Cli.Accounts;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Platform.Identifiers;

namespace Codex.Cli.Sessions;

/// <summary>What the user's workspace demands of a session.</summary>
internal static class WorkspacePolicies
{
    /// <summary>The requirements; null when there are none.</summary>
    /// <exception cref="CommandFailure">The workspace has some that cannot be had.</exception>
    /// <exception cref="ConfigException">They cannot be used.</exception>
    public static async Task<string?> LoadAsync(
        AccountSettings account, ConfigLoadRequest request, FrontEnd front, CancellationToken cancellationToken)
    {
        var identity = ClientIdentity.CreateWithoutClient(front.Name, request.Host);
        await using var manager = AuthManagers.Create(account, request.Host, identity, readsApiKeyVariable: false, static (_, _) => { });
        using var requirements = new CloudRequirements(new CloudRequirementsOptions
        {
            CodexHome = request.CodexHome,
            Account = manager,
            ChatGptBaseUrl = account.ChatGptBaseUrl,
            Identity = identity,
            Check = text => ConfigLoader.CheckCloudRequirements(request with { CloudRequirements = text }),
            Time = TimeProvider.System,
            Random = new RandomIdSource(),
            CreateHandler = () => HttpHandlerFactory.Create(request.Host),
        });
        try
        {
            return await requirements.LoadAsync(cancellationToken);
        }
        catch (CloudRequirementsException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }
}
