namespace Codex.Execution.Patching;

/// <summary>Where a patch may write. Asked for every path after its symbolic links are followed.</summary>
public interface IPatchPathPolicy
{
    /// <summary>Whether a file may be created, changed or removed.</summary>
    /// <param name="realPath">Absolute, without symbolic links as far as it exists.</param>
    bool AllowsWrite(string realPath);
}
