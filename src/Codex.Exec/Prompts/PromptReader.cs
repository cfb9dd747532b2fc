using Codex.Platform;

namespace Codex.Exec.Prompts;

/// <summary>Finds the prompt of a run: the argument, standard input, or both.</summary>
internal sealed class PromptReader(ExecStreams streams, TextSink error)
{
    /// <summary>A prompt that standard input is appended to when it is no terminal.</summary>
    public string ReadWithContext(string? argument)
    {
        if (argument is null or "-")
            return Read(argument);
        if (streams.InputIsTerminal)
            return argument;
        error.Line("Reading additional input from stdin...");
        var context = ReadInput();
        return string.IsNullOrWhiteSpace(context)
            ? argument
            : $"{argument}\n\n<stdin>\n{context}{(context.EndsWith('\n') ? "" : "\n")}</stdin>";
    }

    /// <summary>The argument, or all of standard input when it is missing or <c>-</c>.</summary>
    public string Read(string? argument)
    {
        if (argument is not (null or "-"))
            return argument;
        if (argument is null)
            AnnounceInput();
        var text = ReadInput();
        return string.IsNullOrWhiteSpace(text) ? throw new ExecException("No prompt provided via stdin.") : text;
    }

    private void AnnounceInput()
    {
        if (streams.InputIsTerminal)
            throw new ExecException("No prompt provided. Either specify one as an argument or pipe the prompt into stdin.");
        error.Line("Reading prompt from stdin...");
    }

    private string ReadInput()
    {
        using var buffer = new MemoryStream();
        try
        {
            using var input = streams.OpenInput();
            input.CopyTo(buffer);
        }
        catch (IOException exception)
        {
            throw new ExecException($"Failed to read prompt from stdin: {Errno.Describe(exception)}");
        }

        return PromptDecoder.Decode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
