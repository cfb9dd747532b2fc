namespace Codex.Backend.Tasks;

/// <summary>ChatGPT's backend does not give what was asked for.</summary>
public sealed class CloudTaskException : Exception
{
    /// <summary>A refusal.</summary>
    public CloudTaskException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its reason.</summary>
    public CloudTaskException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
