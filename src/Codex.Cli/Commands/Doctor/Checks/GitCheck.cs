using Codex.Cli.Commands.Doctor.Report;
using Codex.Configuration.Trust;
using Codex.Platform;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Which git is used, and what it says about the working directory.</summary>
internal static class GitCheck
{
    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        var candidates = context.Tools.Find(OperatingSystem.IsWindows() ? "git.exe" : "git");
        var selected = candidates.Count > 0 ? candidates[0] : null;
        var root = RepositoryRoots.FindCheckout(context.WorkingDirectory);
        var facts = selected is null ? new GitFacts() : await GitFacts.AskAsync(context, selected, cancellationToken);
        var issue = Issue(selected, root, facts);
        return new DoctorCheck
        {
            Id = "git.environment",
            Category = "git",
            Status = issue?.Severity ?? DoctorStatus.Ok,
            Summary = issue?.Cause ?? facts.Version ?? "git was not found",
            Details = Details(candidates, root, facts),
            Issues = issue is null ? [] : [issue],
        };
    }

    private static IReadOnlyList<DoctorDetail> Details(IReadOnlyList<string> candidates, string? root, GitFacts facts)
    {
        var details = new DetailList();
        details.Add("selected git", candidates.Count > 0 ? candidates[0] : "not found");
        details.Add("PATH git entries", candidates.Count);
        for (var index = 0; index < candidates.Count; index++)
            details.Add($"PATH git #{index + 1}", candidates[index]);
        details.AddIfAny("git version", facts.Version);
        details.AddIfAny("git exec path", facts.ExecutablePath);
        details.AddIfAny("git build options", facts.BuildOptions);
        details.Add("repo detected", root is not null);
        details.AddIfAny("repo root", root);
        details.AddIfAny(".git entry", root is null ? null : Entry(Path.Combine(root, ".git")));
        details.AddIfAny("git branch", facts.Branch == "HEAD" ? "detached HEAD" : facts.Branch);
        details.AddIfAny("core.fsmonitor", facts.FileMonitor);
        return details.Details;
    }

    private static DoctorIssue? Issue(string? selected, string? root, GitFacts facts)
    {
        if (selected is not null && facts.Version is null)
        {
            return new DoctorIssue(DoctorStatus.Warning, "git is there but does not tell its version")
            {
                Expected = "git --version succeeds",
                Remedy = "Repair the git that stands first on PATH, or put another one before it.",
                Fields = ["git version", "selected git"],
            };
        }

        return selected is null && root is not null
            ? new DoctorIssue(DoctorStatus.Warning, "there is a repository but no git")
            {
                Expected = "git available on PATH",
                Remedy = "Install git, or add its directory to PATH.",
                Fields = ["selected git"],
            }
            : null;
    }

    private static string Entry(string path)
    {
        if (Directory.Exists(path))
            return "directory";
        try
        {
            var text = File.ReadAllText(path);
            return text.StartsWith("gitdir:", StringComparison.Ordinal) ? $"file -> {text["gitdir:".Length..].Trim()}" : "file";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"unreadable ({Errno.Describe(exception)})";
        }
    }
}
