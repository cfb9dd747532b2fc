namespace Codex.Formats.Starlark.Values;

/// <summary>What a native function may ask of the run that called it.</summary>
public interface IStarlarkInterpreter
{
    /// <summary>Calls a function with positional arguments.</summary>
    /// <exception cref="StarlarkException">It is none, or it fails.</exception>
    StarlarkValue Call(StarlarkValue function, params IReadOnlyList<StarlarkValue> arguments);

    /// <summary>Refuses results of unreasonable size.</summary>
    /// <exception cref="StarlarkException">There are more elements or characters than a program may make.</exception>
    void CheckSize(long size);
}
