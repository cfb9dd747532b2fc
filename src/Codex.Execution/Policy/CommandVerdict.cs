namespace Codex.Execution.Policy;

/// <summary>What a policy says about a command.</summary>
public abstract record CommandVerdict
{
    private CommandVerdict()
    {
    }

    /// <summary>It may run in its sandbox.</summary>
    public static CommandVerdict Allowed { get; } = new Allow();

    /// <summary>It may run in its sandbox.</summary>
    public sealed record Allow : CommandVerdict;

    /// <summary>The user has to be asked.</summary>
    public sealed record Prompt : CommandVerdict;

    /// <summary>It must not run.</summary>
    /// <param name="Reason">Why, as the tail of the sentence that <see cref="Describe"/> makes.</param>
    public sealed record Forbidden(string Reason) : CommandVerdict
    {
        /// <summary>The text the model gets.</summary>
        /// <param name="commandLine">The command, quoted for a shell.</param>
        public string Describe(string commandLine) => $"`{commandLine}` rejected: {Reason}";
    }
}
