using System.Collections.Immutable;
using Codex.Configuration.Environment;
using Codex.Platform.Linux;
using Codex.Protocol.Permissions;
using Microsoft.Win32.SafeHandles;

namespace Codex.Configuration.Ignoring;

/// <summary>
/// The <c>.agentsignore</c> files of a workspace: which files agents may neither read nor write (docs/agentsignore.md). Found anew
/// for every command and tool call, so that what was written meanwhile counts. Not in the original.
/// </summary>
public sealed class AgentsIgnore
{
    /// <summary>The name of an ignore file.</summary>
    public const string FileName = ".agentsignore";

    private const string RepositoryName = ".git";

    private readonly ImmutableArray<IgnoreScope> _scopes;

    private AgentsIgnore(ImmutableArray<IgnoreScope> scopes) => _scopes = scopes;

    /// <summary>No rules.</summary>
    public static AgentsIgnore None { get; } = new([]);

    /// <summary>Whether there are no rules.</summary>
    public bool IsEmpty => _scopes.IsEmpty;

    /// <summary>
    /// Looks for ignore files in directories and those above them up to the outermost repository. Costs a few looks at names and no
    /// more where there are none.
    /// </summary>
    /// <param name="directories">Directories of the workspace; absolute.</param>
    public static AgentsIgnore Find(params ReadOnlySpan<string> directories) => Find(new LinkView(), directories);

    /// <summary>The same with links that have been looked at before.</summary>
    /// <param name="links">The links.</param>
    /// <param name="directories">Directories of the workspace; absolute.</param>
    public static AgentsIgnore Find(LinkView links, params ReadOnlySpan<string> directories)
    {
        ArgumentNullException.ThrowIfNull(links);
        var roots = new List<string>();
        foreach (var directory in directories)
        {
            if (RootFor(links.Canonicalize(directory) ?? CanonicalPath.Resolve(directory), links) is { } root && !roots.Exists(known => AbsolutePaths.IsWithin(root, known)))
            {
                roots.RemoveAll(known => AbsolutePaths.IsWithin(known, root));
                roots.Add(root);
            }
        }

        return roots.Count == 0 ? None : new([.. roots.Select(static root => new IgnoreScope(root))]);
    }

    /// <summary>Whether a path must be left alone, by its spelling or by where its links lead.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="IOException">An ignore file cannot be read.</exception>
    public bool Denies(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !IsEmpty && (IsDenied(Path.GetFullPath(path)) || IsDenied(CanonicalPath.Resolve(path)));
    }

    /// <summary>
    /// Whether a file that has been opened must be left alone: by the kernel's account of where it lies, which no exchanged link can
    /// change any more, or because it is one that a denied name stands for as well.
    /// </summary>
    /// <param name="file">The open file.</param>
    /// <param name="path">The path it was opened by; absolute.</param>
    public bool Denies(SafeFileHandle file, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (IsEmpty)
            return false;
        return Denies(path) || (OperatingSystem.IsLinux()
            && ((FileIdentity.PathOf(file) is { } real && IsDenied(real))
                || (FileIdentity.OfLinked(file) is { } identity && HiddenFiles.Identities(Scan().Hidden).Contains(identity))));
    }

    /// <summary>Whether a path is one of the ignore files that hold here.</summary>
    /// <param name="path">Absolute.</param>
    public bool IsRule(string path)
    {
        var real = CanonicalPath.Resolve(path);
        return Path.GetFileName(real).Equals(FileName, IgnoreScope.NameComparison) && _scopes.Any(scope => AbsolutePaths.IsWithin(real, scope.Root));
    }

    /// <summary>Finds everything that is hidden now.</summary>
    /// <exception cref="IOException">An ignore file cannot be read, or what it names cannot be told apart.</exception>
    public IgnoredPaths Scan()
    {
        if (IsEmpty)
            return IgnoredPaths.None;
        var scan = new IgnoreScan();
        foreach (var scope in _scopes)
            scan.Add(scope.Root);
        return scan.Result();
    }

    private bool IsDenied(string path)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Denies(path))
                return true;
        }

        return false;
    }

    // The outermost repository counts: one that a command makes further in must not cut off the rules above it.
    private static string? RootFor(string directory, LinkView links)
    {
        string? highest = null;
        string? accepted = null;
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            highest = links.Exists(Path.Join(current, FileName)) && File.Exists(Path.Join(current, FileName)) ? current : highest;
            accepted = current == directory || links.IsReachable(Path.Join(current, RepositoryName)) ? highest : accepted;
        }

        return accepted;
    }
}
