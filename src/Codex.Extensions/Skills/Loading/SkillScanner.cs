using Codex.Configuration.Environment;
using Codex.Configuration.Ignoring;

namespace Codex.Extensions.Skills.Loading;

/// <summary>Looks for <c>SKILL.md</c> files below directories, level by level, with bounds on depth and number of directories.</summary>
internal sealed class SkillScanner(AgentsIgnore ignored)
{
    private const string FileName = "SKILL.md";
    private const int DeepestLevel = 6;
    private const int MostDirectories = 2000;

    /// <summary>What was found, in order; the same file once for each directory that leads to it.</summary>
    public List<Skill> Skills { get; } = [];

    /// <summary>The files that are no skills.</summary>
    public List<SkillProblem> Problems { get; } = [];

    /// <summary>Searches one directory; nothing happens when it does not exist.</summary>
    public void Scan(SkillRoot root)
    {
        if (!Directory.Exists(root.Path))
            return;
        root = root with { Path = CanonicalPath.Resolve(root.Path) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Path };
        var queue = new Queue<(string Directory, int Level)>([(root.Path, 0)]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var entry in Entries(next.Directory))
            {
                if (entry is FileInfo { LinkTarget: null, Name: FileName })
                    Take(entry.FullName, root);
                else if (next.Level < DeepestLevel && seen.Count < MostDirectories && DirectoryBehind(entry, root.Scope) is { } below && seen.Add(below))
                    queue.Enqueue((below, next.Level + 1));
            }
        }
    }

    private void Take(string path, SkillRoot root)
    {
        if (ignored.Denies(path))
            return;
        try
        {
            Skills.Add(SkillFile.Read(CanonicalPath.Resolve(path), root));
        }
        catch (SkillFileException error)
        {
            // The program's own skills are nothing that a user could mend.
            if (root.Scope != SkillScope.System)
                Problems.Add(new SkillProblem(path, error.Message));
        }
    }

    private static string? DirectoryBehind(FileSystemInfo entry, SkillScope scope)
    {
        var isLink = entry.LinkTarget is not null;
        return (isLink && scope == SkillScope.System) || !Directory.Exists(entry.FullName) ? null : CanonicalPath.Resolve(entry.FullName);
    }

    private static List<FileSystemInfo> Entries(string directory)
    {
        try
        {
            return [.. new DirectoryInfo(directory).EnumerateFileSystemInfos().Where(static entry => !entry.Name.StartsWith('.'))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
