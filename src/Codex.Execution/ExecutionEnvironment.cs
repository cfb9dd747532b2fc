namespace Codex.Execution;

/// <summary>A machine that commands run on.</summary>
/// <param name="Id">What the model names it by.</param>
/// <param name="Launcher">Starts commands there; null for this machine.</param>
public sealed record ExecutionEnvironment(string Id, IProcessLauncher? Launcher)
{
    /// <summary>The id of this machine.</summary>
    public const string LocalId = "local";

    /// <summary>This machine.</summary>
    public static ExecutionEnvironment Local { get; } = new(LocalId, Launcher: null);

    /// <summary>Whether it is another machine.</summary>
    public bool IsRemote => Launcher is not null;
}
