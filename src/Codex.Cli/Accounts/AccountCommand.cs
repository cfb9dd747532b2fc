using Codex.Backend.Auth;
using Codex.Backend.Auth.Login;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Http;
using Codex.Backend.Responses;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;

namespace Codex.Cli.Accounts;

/// <summary>What the commands about logins share: the configuration, the login itself, and lines on standard error.</summary>
internal sealed class AccountCommand : IAsyncDisposable
{
    private const string Originator = "codex_cli_rs";

    private AccountCommand(ParsedCommand command, ProgramContext program)
    {
        Program = program;
        Config = Load(command, program);
        Settings = AccountSettings.Read(Config);
        Identity = ClientIdentity.CreateWithoutClient(Originator, program.Host);
        Manager = AuthManagers.Create(Settings, program.Host, Identity, readsApiKeyVariable: false, static (_, _) => { });
    }

    /// <summary>The running program.</summary>
    public ProgramContext Program { get; }

    /// <summary>The configuration.</summary>
    public EffectiveConfig Config { get; }

    /// <summary>What it says about the login.</summary>
    public AccountSettings Settings { get; }

    /// <summary>How we name ourselves to login servers.</summary>
    public ClientIdentity Identity { get; }

    /// <summary>The login.</summary>
    public AuthManager Manager { get; }

    /// <summary>Runs a command.</summary>
    /// <param name="command">What was parsed for it.</param>
    /// <param name="program">The running program.</param>
    /// <param name="failure">Introduces the message of what goes wrong.</param>
    /// <param name="body">What it does; it gives the exit code.</param>
    /// <exception cref="CommandFailure">The command fails.</exception>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, string failure, Func<AccountCommand, Task<int>> body)
    {
        await using var account = new AccountCommand(command, program);
        try
        {
            return await body(account);
        }
        catch (AuthException exception)
        {
            throw new CommandFailure($"{failure}: {exception.Message}");
        }
    }

    /// <summary>Prints a line.</summary>
    public static void Say(string line) => StandardError.Write(line + "\n");

    /// <summary>Keeps a login.</summary>
    /// <exception cref="AuthException">It cannot be kept.</exception>
    public void Keep(AuthDocument document) => Store.Save(document);

    /// <summary>What a ChatGPT login needs.</summary>
    public LoginOptions LoginOptions() => new()
    {
        Originator = Identity.Originator,
        Store = Store,
        Manager = Manager,
        ForcedWorkspaceIds = Settings.Restrictions.WorkspaceIds,
        Time = TimeProvider.System,
        CreateHandler = () => HttpHandlerFactory.Create(Program.Host),
        Report = Say,
    };

    // A login that is kept nowhere succeeds, and ends with this process.
    private ICredentialStore Store => field ??= Settings.OpenStore(Program.Host) ?? new MemoryCredentialStore();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Manager.DisposeAsync();

    private static EffectiveConfig Load(ParsedCommand command, ProgramContext program)
    {
        try
        {
            return ConfigLoader.Load(new ConfigLoadRequest
            {
                Host = program.Host,
                CodexHome = program.CodexHome,
                Preferences = program.Preferences,
                WorkingDirectory = program.Host.CurrentDirectory,
                Overrides = command.Values("config"),
                EnabledFeatures = command.Values("enable"),
                DisabledFeatures = command.Values("disable"),
            }).Effective;
        }
        catch (ConfigException exception)
        {
            var label = exception.Stage == ConfigStage.Overrides ? "Error parsing -c overrides" : "Error loading configuration";
            throw new CommandFailure($"{label}: {exception.Message}");
        }
    }
}
