using Codex.AppServer.Protocol.Contract;
using Codex.AppServer.Protocol.Contract.Schemas;
using Codex.AppServer.Protocol.Contract.TypeScript;
using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.AppServer;

/// <summary>The commands that write the contract of the app server to files (<c>codex-rs/cli/src/main.rs</c>).</summary>
internal static class GenerateCommand
{
    /// <summary>The option with the output directory.</summary>
    public const string OutputOption = "out";

    /// <summary>The option for experimental parts.</summary>
    public const string ExperimentalOption = "experimental";

    /// <summary>The option with the program that formats TypeScript.</summary>
    public const string PrettierOption = "prettier";

    /// <summary><c>codex app-server generate-ts</c>.</summary>
    public static async Task<int> TypeScriptAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var export = new TypeScriptExport(ContractLibrary.Read(), command.Flag(ExperimentalOption)).Create();
        var directory = Write(command, program, export);
        if (command.Value(PrettierOption) is { } prettier)
            await Prettier.RunAsync(prettier, [.. export.Files.Select(file => directory.NameOf(file.Path))], program, cancellationToken);
        return 0;
    }

    /// <summary><c>codex app-server generate-json-schema</c>.</summary>
    public static Task<int> SchemasAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        Write(command, program, new SchemaExport(ContractLibrary.Read(), command.Flag(ExperimentalOption)).Create());
        return Task.FromResult(0);
    }

    /// <summary><c>codex app-server generate-internal-json-schema</c>.</summary>
    public static Task<int> InternalSchemasAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        Write(command, program, SchemaExport.CreateForRollouts(ContractLibrary.Read()));
        return Task.FromResult(0);
    }

    private static ExportDirectory Write(ParsedCommand command, ProgramContext program, ContractExport export)
    {
        var directory = new ExportDirectory(command.Value(OutputOption)!, program.Host.CurrentDirectory);
        directory.Write(export);
        return directory;
    }
}
