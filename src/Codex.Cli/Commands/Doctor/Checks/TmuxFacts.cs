using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What tmux passes through.</summary>
internal static class TmuxFacts
{
    private static readonly string[] s_options = ["extended-keys", "xterm-keys", "allow-passthrough", "set-clipboard", "focus-events"];

    /// <summary>Asks tmux.</summary>
    public static async Task AddAsync(DetailList details, DoctorContext context, CancellationToken cancellationToken)
    {
        details.AddIfAny("tmux client termtype", await AskAsync("display-message", "-p", "#{client_termtype}"));
        details.AddIfAny("tmux client termname", await AskAsync("display-message", "-p", "#{client_termname}"));
        foreach (var option in s_options)
            details.Add($"tmux {option}", await AskAsync("show-options", "-gqv", option) ?? "unavailable");

        async Task<string?> AskAsync(params string[] arguments) =>
            (await context.Tools.RunAsync("tmux", context.WorkingDirectory, cancellationToken, arguments)).OneLine;
    }
}
