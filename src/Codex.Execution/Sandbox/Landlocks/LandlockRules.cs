using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Linux;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Landlocks;

/// <summary>
/// Writes a plan as rules of Landlock. Rules can only grant, and always whole subtrees: where something inside must stay
/// closed, its neighbours are granted one by one, and the directory around them is not. The result is never wider than the
/// plan; where it is narrower, nothing new can be made in such a directory.
/// </summary>
internal sealed class LandlockRules
{
    private static readonly string[] s_devices = ["null", "zero", "full", "random", "urandom", "ptmx", "pts"];

    private readonly List<LandlockRule> _rules = [];
    private readonly List<string> _closed;

    private LandlockRules(IReadOnlyList<string> closed) => _closed = [.. closed];

    /// <summary>The rules for a plan.</summary>
    public static IReadOnlyList<LandlockRule> Of(SandboxPlan plan)
    {
        var written = new LandlockRules(plan.HiddenPaths);
        written.AllowReading(plan);
        written.AllowDevices();
        if (plan.WritesEverything)
            written.Grant("/", LandlockAccess.Write, plan.RulePaths);
        foreach (var root in plan.WritableRoots)
            written.AllowWriting(root);
        return written._rules;
    }

    private void AllowReading(SandboxPlan plan)
    {
        if (!plan.ReadsEverything)
        {
            foreach (var root in plan.ReadableRoots)
                Grant(root, LandlockAccess.Read | LandlockAccess.ReadDirectory, []);
            return;
        }

        // Names are no secret where everything may be read; contents are granted around what is hidden.
        _rules.Add(new("/", LandlockAccess.ReadDirectory));
        Grant("/", LandlockAccess.Read, []);
    }

    private void AllowDevices()
    {
        foreach (var device in s_devices)
        {
            if (Path.Exists("/dev/" + device))
                _rules.Add(new("/dev/" + device, LandlockAccess.ReadFile | LandlockAccess.WriteFile | LandlockAccess.ControlDevice));
        }
    }

    private void AllowWriting(WritableRoot root)
    {
        var path = SymbolicLinks.Canonicalize(root.Root) ?? root.Root;
        string[] kept = [.. root.ReadOnlySubpaths, .. root.ProtectedNames.Select(name => Path.Join(path, name))];
        Grant(path, LandlockAccess.Read | LandlockAccess.ReadDirectory | LandlockAccess.Write, kept);
    }

    private void Grant(string path, LandlockAccess access, IReadOnlyList<string> kept)
    {
        if (Contains(_closed, path) || Contains(kept, path))
            return;
        if (!_closed.Exists(other => AbsolutePaths.IsWithin(other, path)) && !kept.Any(other => AbsolutePaths.IsWithin(other, path)))
        {
            _rules.Add(new(path, access));
            return;
        }

        foreach (var child in Children(path))
            Grant(child, access, kept);
    }

    private static bool Contains(IReadOnlyList<string> paths, string path) => paths.Any(other => AbsolutePaths.IsWithin(path, other));

    /// <summary>What is in a directory; links are left out, for what they lead to is granted where it is.</summary>
    private static IEnumerable<string> Children(string directory)
    {
        try
        {
            return Directory.Exists(directory)
                ? Directory.GetFileSystemEntries(directory).Where(static entry => new FileInfo(entry).LinkTarget is null)
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
