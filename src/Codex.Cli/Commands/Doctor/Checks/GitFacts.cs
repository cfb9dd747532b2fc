namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What git says about itself and the working directory; null where it fails.</summary>
internal sealed record GitFacts
{
    /// <summary>Its version line.</summary>
    public string? Version { get; private init; }

    /// <summary>Where its parts are.</summary>
    public string? ExecutablePath { get; private init; }

    /// <summary>How it was built.</summary>
    public string? BuildOptions { get; private init; }

    /// <summary>The branch, or <c>HEAD</c> on none.</summary>
    public string? Branch { get; private init; }

    /// <summary>Whether it watches files.</summary>
    public string? FileMonitor { get; private init; }

    /// <summary>Asks.</summary>
    public static async Task<GitFacts> AskAsync(DoctorContext context, string git, CancellationToken cancellationToken)
    {
        var version = AskAsync("--version");
        var path = AskAsync("--exec-path");
        var options = AskAsync("version", "--build-options");
        var branch = AskAsync("rev-parse", "--abbrev-ref", "HEAD");
        var monitor = AskAsync("config", "--get", "core.fsmonitor");
        return new GitFacts
        {
            Version = await version,
            ExecutablePath = await path,
            BuildOptions = await options,
            Branch = await branch,
            FileMonitor = await monitor,
        };

        async Task<string?> AskAsync(params string[] arguments) =>
            (await context.Tools.RunAsync(git, context.WorkingDirectory, cancellationToken, arguments)).OneLine;
    }
}
