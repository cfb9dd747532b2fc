using Codex.Platform.Hardening;

namespace Codex.Cli.Hosting;

/// <summary>How far the running program is closed to others of the same user.</summary>
internal static class Hardening
{
    /// <summary>Of every command. 0.136.0 protects its key holders only, so that a refusal here leaves us as protected as that.</summary>
    public static void Begin()
    {
        try
        {
            ProcessHardening.DenyInspection();
        }
        catch (HardeningException)
        {
            // A sandbox around us that forbids the call must not keep the program from running.
        }
    }

    /// <summary>Of a command that holds keys: the exit code when it must not run, or null.</summary>
    public static int? Complete(ProgramContext program)
    {
        try
        {
            ProcessHardening.ProtectKeys();
        }
        catch (HardeningException refused)
        {
            StandardError.Write($"ERROR: {refused.Message}\n");
            return refused.ExitCode;
        }

        program.RemoveLinkerVariables();
        return null;
    }
}
