using Codex.Execution.Sandbox.Landlocks;
using Codex.Execution.Sandbox.Proxying;
using Codex.Platform.Linux;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>
/// What our executable does as <c>codex-linux-sandbox</c>: alone in fresh namespaces, builds the file-system view, gives up
/// every privilege and becomes the command. Dispatched before any other code of the program.
/// </summary>
public static class NamespaceHelper
{
    private const int Failure = 1;
    private const string Shell = "/bin/sh";

    // The first process of a namespace takes no default action on signals and inherits orphans; a shell in that place
    // gives the command ordinary signals. What the shell itself has to say, of a killed command for one, is nobody's output.
    private static readonly string[] s_firstProcess = ["sh", "-c", "exec 9>&2 2>/dev/null; (exec \"$@\" 2>&9 9>&-); exit \"$?\"", "sh"];

    /// <summary>Returns only when something failed, with the exit code; nothing has run then.</summary>
    /// <param name="arguments">What follows the helper's name.</param>
    /// <param name="error">Takes one line about what failed.</param>
    public static int Run(IReadOnlyList<string> arguments, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            if (arguments is [ProxyStage.Option, ..])
            {
                ProxyStage.Run([.. arguments.Skip(1)]);
            }

            var filter = ReadFilter();
            if (arguments.Count > 0 && arguments[0] == LandlockArguments.Mode)
            {
                var (rules, command) = LandlockArguments.Read([.. arguments.Skip(1)]);
                ProgramReplacement.ExecuteWithoutPrivileges(Shell, command, rules, filter);
            }

            var end = IndexOfCommand(arguments);
            Build(arguments, end);
            ProgramReplacement.ExecuteWithoutPrivileges(Shell, [.. s_firstProcess, .. arguments.Skip(end + 1)], rules: null, filter);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"error building the sandbox: {failure.Message}");
        }

        return Failure;
    }

    private static int IndexOfCommand(IReadOnlyList<string> arguments)
    {
        var index = 0;
        while (index + 1 < arguments.Count && arguments[index] != NamespaceArguments.CommandMark)
        {
            index += 2;
        }

        return index + 1 < arguments.Count ? index : throw new ArgumentException("there is no command");
    }

    private static void Build(IReadOnlyList<string> arguments, int end)
    {
        var view = new FileSystemView();
        for (var index = 0; index < end; index += 2)
        {
            view.Keep(arguments[index], arguments[index + 1]);
        }

        var directory = "/";
        for (var index = 0; index < end; index += 2)
        {
            if (arguments[index] == NamespaceArguments.DirectoryOption)
            {
                directory = arguments[index + 1];
            }
            else if (arguments[index] == NamespaceArguments.NetworkOption)
            {
                LoopbackInterface.Enable();
            }
            else if (arguments[index] == ProxyStage.Option)
            {
                ProxyStage.HandOut(arguments[index + 1]);
            }
            else
            {
                view.Apply(arguments[index], arguments[index + 1]);
            }
        }

        view.Finish(directory);
    }

    private static byte[] ReadFilter()
    {
        using var handle = new SafeFileHandle(NamespaceArguments.FilterDescriptor, ownsHandle: true);
        var program = new byte[RandomAccess.GetLength(handle)];
        RandomAccess.Read(handle, program, 0);
        return program;
    }
}
