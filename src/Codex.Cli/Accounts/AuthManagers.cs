using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Http;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Cli.Accounts;

/// <summary>Makes the object that keeps the user's login.</summary>
internal static class AuthManagers
{
    /// <summary>A manager for these settings; it reads nothing yet.</summary>
    public static AuthManager Create(AccountSettings settings, HostEnvironment host, ClientIdentity identity, bool readsApiKeyVariable, Action<string, string> log) =>
        new(new AuthManagerOptions
        {
            CodexHome = settings.CodexHome,
            Store = settings.OpenStore(host),
            Memory = new MemoryCredentialStore(),
            Environment = host,
            Identity = identity,
            Time = TimeProvider.System,
            CreateHandler = () => HttpHandlerFactory.Create(host),
            ReadsApiKeyVariable = readsApiKeyVariable,
            ChatGptBaseUrl = settings.ChatGptBaseUrl,
            ForcedWorkspaceIds = settings.Restrictions.WorkspaceIds,
            Log = log,
        });
}
