using System.Runtime.InteropServices;

namespace Codex.Platform.Processes;

/// <summary>A program could not be started. The message is the system's, as <see cref="Errno.Describe(int)"/> words it.</summary>
public sealed class SpawnException : IOException
{
    /// <summary>A refusal by the system.</summary>
    public SpawnException(int errorNumber)
        : base(Errno.Describe(errorNumber), errorNumber) => ErrorNumber = errorNumber;

    /// <summary>A request that the system cannot express.</summary>
    public SpawnException(string message)
        : base(message)
    {
    }

    /// <summary>The refusal of the call that was made last on this thread.</summary>
    internal static SpawnException OfLastCall() => new(Marshal.GetLastPInvokeError());

    /// <summary>The system's error number; null when the request was not even tried.</summary>
    public int? ErrorNumber { get; }
}
