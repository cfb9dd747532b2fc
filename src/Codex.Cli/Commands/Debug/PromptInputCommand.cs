using System.Collections.Immutable;
using System.Text.Json;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.Formats.Json;
using Codex.Protocol.Turns;
using ParsedCommand = Codex.Cli.CommandLine.ParsedCommand;

namespace Codex.Cli.Commands.Debug;

/// <summary><c>codex debug prompt-input</c>.</summary>
internal static class PromptInputCommand
{
    /// <summary>Prints what the model would see first.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        await using var composition = new Composition(program.HostWithAliases(), ReadSettings(command, program), FrontEnd.Exec, cassette: null);
        Write(await composition.PreviewAsync(Input(command), cancellationToken));
        return 0;
    }

    private static SessionSettings ReadSettings(ParsedCommand command, ProgramContext program)
    {
        try
        {
            return SessionReader.Read(Request(command, program), program);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }

    // Which local provider is meant makes no difference to what is printed, so it need not be there.
    private static SessionRequest Request(ParsedCommand command, ProgramContext program)
    {
        var request = SessionArguments.Read(command, program.Host);
        return request with
        {
            Overrides = command.Flag("search") ? request.Overrides.Add("web_search=\"live\"") : request.Overrides,
            Harness = request.Harness with { UseOssProvider = false, OssProvider = null },
        };
    }

    private static ImmutableArray<UserInput> Input(ParsedCommand command)
    {
        var input = ImmutableArray.CreateBuilder<UserInput>();
        foreach (var image in command.AllValues("image"))
            input.Add(new LocalImageInput(image));
        if ((command.Argument("PROMPT") ?? command.Root.Argument("PROMPT")) is { } prompt)
            input.Add(new TextInput(prompt.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
        return input.ToImmutable();
    }

    private static void Write(IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, JsonFormat.Pretty))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                using var document = JsonDocument.Parse(item);
                document.RootElement.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        text.WriteByte((byte)'\n');
        using var output = StandardStreams.OpenOutput();
        text.WriteTo(output);
    }
}
