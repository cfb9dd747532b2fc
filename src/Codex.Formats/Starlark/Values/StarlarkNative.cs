namespace Codex.Formats.Starlark.Values;

/// <summary>A function of the host.</summary>
/// <param name="name">Its name.</param>
/// <param name="body">What it does; failures are thrown as <see cref="StarlarkException"/> without a place.</param>
public sealed class StarlarkNative(string name, Func<StarlarkArguments, StarlarkValue> body) : StarlarkFunction(name)
{
    internal StarlarkValue Call(StarlarkArguments arguments) => body(arguments);
}
