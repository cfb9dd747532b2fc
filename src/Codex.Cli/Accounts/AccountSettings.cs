using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Platform.Environment;

namespace Codex.Cli.Accounts;

/// <summary>What the configuration says about the user's login.</summary>
/// <param name="CodexHome">The directory with the stored login.</param>
/// <param name="Store">Where the login is kept.</param>
/// <param name="ChatGptBaseUrl">Root of ChatGPT's backend.</param>
/// <param name="Restrictions">What is allowed.</param>
internal sealed record AccountSettings(string CodexHome, CredentialsStore Store, string ChatGptBaseUrl, LoginRestrictions Restrictions)
{
    /// <summary>Reads the settings.</summary>
    public static AccountSettings Read(EffectiveConfig config) => new(
        config.CodexHome,
        config.CredentialsStore,
        config.ChatGptBaseUrl,
        new LoginRestrictions(config.ForcedLoginMethod, config.ForcedChatGptWorkspaceIds));

    /// <summary>The place of the login; null when it is kept nowhere.</summary>
    public ICredentialStore? OpenStore(HostEnvironment host) => CredentialStores.Create(Store, CodexHome, host);
}
