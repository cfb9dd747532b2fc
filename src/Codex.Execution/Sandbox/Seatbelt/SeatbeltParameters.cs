using System.Globalization;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>The paths that a policy speaks of by name: whatever characters they have, they are never part of its text.</summary>
internal sealed class SeatbeltParameters
{
    private readonly List<(string Name, string Path)> _all = [];

    /// <summary>As arguments of <c>sandbox-exec</c>.</summary>
    public IEnumerable<string> Arguments => _all.Select(static parameter => $"-D{parameter.Name}={parameter.Path}");

    /// <summary>Adds a path under a name.</summary>
    public string Add(string name, string path)
    {
        _all.Add((name, path));
        return name;
    }

    /// <summary>Adds a path under a name with the next number.</summary>
    public string AddNumbered(string prefix, string path) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"{prefix}_{_all.Count(parameter => parameter.Name.StartsWith(prefix + "_", StringComparison.Ordinal))}"), path);

    /// <summary>The path as the kernel knows it, for example below <c>/private/tmp</c>; what does not exist stays as it is.</summary>
    public static string Canonical(string path) => SymbolicLinks.Canonicalize(path) ?? path;
}
