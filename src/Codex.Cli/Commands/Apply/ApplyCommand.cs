using Codex.Backend.Auth;
using Codex.Backend.Http;
using Codex.Backend.Responses;
using Codex.Backend.Tasks;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Platform;

namespace Codex.Cli.Commands.Apply;

/// <summary><c>codex apply</c> (<c>codex-rs/chatgpt/src/apply_command.rs</c>).</summary>
internal static class ApplyCommand
{
    /// <summary>Fetches the newest diff of a task and applies it to the working tree.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        try
        {
            var config = CommandConfiguration.Load(command, program, profile: null).Effective;
            var diff = await FetchAsync(command.Argument("TASK_ID")!, config, program, cancellationToken);
            await new GitApply(program.HostWithAliases()).RunAsync(diff, cancellationToken);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
        catch (CloudTaskException exception)
        {
            throw new CommandFailure(exception.InnerException is { } cause ? FailureText.WithCause(exception.Message, cause.Message) : $"Error: {exception.Message}");
        }
        catch (Exception exception) when (exception is AuthException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"Error: {(exception is AuthException ? exception.Message : Errno.Describe(exception))}");
        }

        using var output = StandardStreams.OpenOutput();
        output.Write("Successfully applied diff\n"u8);
        return 0;
    }

    private static async Task<string> FetchAsync(string id, EffectiveConfig config, ProgramContext program, CancellationToken cancellationToken)
    {
        var identity = ClientIdentity.CreateWithoutClient("codex_cli_rs", program.Host);
        await using var login = AuthManagers.Create(AccountSettings.Read(config), program.Host, identity, readsApiKeyVariable: false, static (_, _) => { });
        var tasks = new CloudTaskClient(config.ChatGptBaseUrl, () => HttpHandlerFactory.Create(program.Host), identity);
        return await tasks.GetDiffAsync(id, await login.CurrentAsync(cancellationToken), cancellationToken);
    }
}
