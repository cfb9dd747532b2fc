using System.Collections.Immutable;

namespace Codex.Extensions.Skills;

/// <summary>Finds the directories to search, highest precedence first (<c>codex-rs/core-skills/src/loader.rs</c>).</summary>
public static class SkillRoots
{
    private const string SkillsName = "skills";
    private const string AgentsName = ".agents";
    private const string BundledName = ".system";

    /// <summary>The directories of these sources; each once, not all of them need to exist.</summary>
    public static ImmutableArray<SkillRoot> Find(SkillSources sources)
    {
        var roots = ImmutableArray.CreateBuilder<SkillRoot>();
        foreach (var folder in sources.ProjectFolders)
            Add(roots, SkillScope.Repo, folder, SkillsName);
        Add(roots, SkillScope.User, sources.CodexHome, SkillsName);
        if (sources.HomeDirectory is { } home)
            Add(roots, SkillScope.User, home, AgentsName, SkillsName);
        if (sources.IncludesBundled)
            Add(roots, SkillScope.System, sources.CodexHome, SkillsName, BundledName);
        if (sources.MachineFolder is { } machine)
            Add(roots, SkillScope.Admin, machine, SkillsName);
        foreach (var directory in ProjectDirectories(sources))
        {
            if (Directory.Exists(Path.Combine(directory, AgentsName, SkillsName)))
                Add(roots, SkillScope.Repo, directory, AgentsName, SkillsName);
        }

        return roots.ToImmutable();
    }

    private static void Add(ImmutableArray<SkillRoot>.Builder roots, SkillScope scope, params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine(parts);
        foreach (var known in roots)
        {
            if (known.Path == path)
                return;
        }

        roots.Add(new SkillRoot(path, scope));
    }

    // From the project's root down to the working directory.
    private static List<string> ProjectDirectories(SkillSources sources)
    {
        List<string> chain = [];
        for (var current = sources.WorkingDirectory; current is not null; current = Path.GetDirectoryName(current))
        {
            chain.Add(current);
            if (!IsRoot(current, sources.RootMarkers))
                continue;
            chain.Reverse();
            return chain;
        }

        return [sources.WorkingDirectory];
    }

    private static bool IsRoot(string directory, ImmutableArray<string> markers)
    {
        foreach (var marker in markers)
        {
            if (Path.Exists(Path.Combine(directory, marker)))
                return true;
        }

        return false;
    }
}
