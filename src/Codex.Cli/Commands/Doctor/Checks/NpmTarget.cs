using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What <c>npm install -g</c> would replace, compared with what runs.</summary>
internal sealed record NpmTarget
{
    /// <summary>How grave a difference is.</summary>
    public DoctorStatus Status { get; private init; }

    /// <summary>The difference; null when there is none.</summary>
    public string? Problem { get; private init; }

    /// <summary>What helps.</summary>
    public string? Remedy { get; private init; }

    private IReadOnlyList<(string Label, string Value)> Facts { get; init; } = [];

    /// <summary>Asks npm.</summary>
    public static async Task<NpmTarget> FindAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        if (context.ManagedRoot is not { } running)
        {
            return new NpmTarget
            {
                Status = DoctorStatus.Warning,
                Problem = "the launcher of npm did not say which package it belongs to",
                Remedy = "Reinstall with npm, so that its launcher sets CODEX_MANAGED_PACKAGE_ROOT.",
            };
        }

        var answer = await context.Tools.RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", context.WorkingDirectory, cancellationToken, "root", "-g");
        return answer.Lines is [var root, ..] ? Compare(running, Path.Combine(root, "@openai", "codex")) : Unknown(answer.Problem ?? "empty output from npm root -g");
    }

    /// <summary>Adds what is known.</summary>
    public void Add(DetailList details)
    {
        foreach (var (label, value) in Facts)
            details.Add(label, value);
    }

    private static NpmTarget Compare(string running, string target)
    {
        if (Canonical(running) == Canonical(target))
            return new NpmTarget { Facts = [("npm update target", target)] };
        return new NpmTarget
        {
            Status = DoctorStatus.Fail,
            Problem = "npm install -g @openai/codex would update another installation",
            Remedy = $"Change PATH or the prefix of npm until {running} is what npm updates; now it is {target}.",
            Facts = [("running package root", running), ("npm package root", target)],
        };
    }

    private static NpmTarget Unknown(string reason) => new()
    {
        Status = DoctorStatus.Warning,
        Problem = "npm does not tell what it would update",
        Facts = [("npm root -g failed", reason)],
    };

    private static string Canonical(string path) =>
        (Directory.Exists(path) ? new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path).Replace('\\', '/').TrimEnd('/');
}
