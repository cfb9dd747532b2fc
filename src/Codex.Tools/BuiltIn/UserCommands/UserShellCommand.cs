using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Sessions;
using Codex.Formats.Text;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.BuiltIn.ShellCommand;

namespace Codex.Tools.BuiltIn.UserCommands;

/// <summary>
/// Runs what the user typed as a command: in the login shell, without a sandbox, because it is the user who asks
/// (<c>codex-rs/core/src/tasks/user_shell.rs</c>).
/// </summary>
/// <param name="services">What commands of the thread share.</param>
/// <param name="command">The script.</param>
public sealed class UserShellCommand(CommandServices services, string command)
{
    private const string AbortedText = "command aborted by user";
    private static readonly TimeSpan s_limit = TimeSpan.FromHours(1);

    /// <summary>Runs it to its end and tells the thread's listeners. Never throws: a cancelled command has a result, too.</summary>
    public async Task<UserShellResult> RunAsync(IToolHost host, CancellationToken cancellationToken)
    {
        var directory = host.Settings.WorkingDirectory;
        ImmutableArray<string> line = [.. UserShell.At(host.Settings.ShellPath).CommandFor(command, login: true)];
        var callId = services.Ids.NewVersion4().ToString("D");
        var events = new CommandEvents(host, callId, line, directory, ExecCommandSource.UserShell);
        await events.StartedAsync(sessionId: null).ConfigureAwait(false);
        var (result, whole) = await RunAsync(Launch(host, line), events, host.Settings.Truncation, cancellationToken).ConfigureAwait(false);
        await events.EndedAsync(new CommandEnd(SessionId: null, result.ExitCode, whole, result.Duration)).ConfigureAwait(false);
        return result;
    }

    private async Task<(UserShellResult Result, string Whole)> RunAsync(
        LaunchRequest launch, CommandEvents events, TruncationPolicy policy, CancellationToken cancellationToken)
    {
        try
        {
            var run = await new CommandRunner(services.Launcher, services.Time).RunAsync(launch, s_limit, events, cancellationToken).ConfigureAwait(false);
            var whole = ShellCommandText.Decode(run.Output);
            return (new UserShellResult(ShellCommandText.ExitCodeOf(run), run.Duration, Shown(run, whole, policy)), whole);
        }
        catch (OperationCanceledException)
        {
            return (new UserShellResult(-1, TimeSpan.Zero, AbortedText), AbortedText);
        }
        catch (SpawnException error)
        {
            var text = $"execution error: {error.Message}";
            return (new UserShellResult(-1, TimeSpan.Zero, text), text);
        }
    }

    private static string Shown(CapturedRun run, string whole, TruncationPolicy policy)
    {
        var text = run.TimedOut
            ? string.Create(CultureInfo.InvariantCulture, $"command timed out after {(long)run.Duration.TotalMilliseconds} milliseconds\n{whole}")
            : whole;
        return MiddleTruncation.TruncateWithLineCount(Encoding.UTF8.GetBytes(text), policy);
    }

    private LaunchRequest Launch(IToolHost host, ImmutableArray<string> line) => new()
    {
        Command = services.Started(line, host.Settings.WorkingDirectory),
        WorkingDirectory = host.Settings.WorkingDirectory,
        PolicyDirectory = host.Settings.WorkingDirectory,
        Environment = CommandEnvironment.Create(host.Settings.Host, services.EnvironmentPolicy, host.ThreadId),
        Stdio = StdioMode.Pipes,
        Permissions = new PermissionProfile.Disabled(),
    };
}
