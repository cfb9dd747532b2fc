namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>The sign in front of a row.</summary>
internal enum DisplayStatus
{
    /// <summary>Nothing to do.</summary>
    Ok,

    /// <summary>There is a newer version.</summary>
    Update,

    /// <summary>Something works less well than it could.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Fail,

    /// <summary>Not in use.</summary>
    Idle,
}
