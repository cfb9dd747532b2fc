namespace Codex.Execution.Sandbox;

/// <summary>How a command is kept inside its permissions.</summary>
public enum SandboxMechanism
{
    /// <summary>It is not: the profile asks for no sandbox.</summary>
    None,

    /// <summary>Namespaces made by bubblewrap, and a system call filter.</summary>
    Bubblewrap,

    /// <summary>Namespaces filled by our own helper, and a system call filter: where there is no bubblewrap.</summary>
    Namespaces,

    /// <summary>Landlock and a system call filter: where no namespaces can be made. Narrower for writing, wider for looking around.</summary>
    Landlock,

    /// <summary>The policy language of macOS.</summary>
    Seatbelt,

    /// <summary>A restricted token of Windows: holds back writing, not reading.</summary>
    RestrictedToken,

    /// <summary>A container of Windows: holds back reading, too, and closes the network.</summary>
    AppContainer,

    /// <summary>The sandbox cannot be built; what starts in place of the command prints why and exits with 1.</summary>
    Refused,
}
