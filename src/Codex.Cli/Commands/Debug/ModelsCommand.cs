using Codex.Backend.Models;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;

namespace Codex.Cli.Commands.Debug;

/// <summary><c>codex debug models</c>.</summary>
internal static class ModelsCommand
{
    /// <summary>Prints the catalog as one line of JSON.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var models = command.Flag("bundled") ? ModelCatalog.Bundled() : await ReadAsync(command, program, cancellationToken);
        using var output = StandardStreams.OpenOutput();
        using var line = new MemoryStream();
        models.WriteTo(line);
        line.WriteByte((byte)'\n');
        line.WriteTo(output);
        return 0;
    }

    private static async Task<ModelCatalog> ReadAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var request = new SessionRequest
        {
            Overrides = command.Flag("search") ? [.. command.Values("config"), "web_search=\"live\""] : [.. command.Values("config")],
            EnabledFeatures = [.. command.Values("enable")],
            DisabledFeatures = [.. command.Values("disable")],
            WorkingDirectory = program.Host.CurrentDirectory,
        };
        try
        {
            await using var composition = new Composition(program.Host, SessionReader.Read(request, program), FrontEnd.Command, cassette: null);
            return await composition.RefreshModelsAsync(cancellationToken);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }
}
