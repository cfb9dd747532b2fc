namespace Codex.Backend.Models;

/// <summary>A model catalog file cannot be used; the message is what the user reads.</summary>
public sealed class ModelCatalogException(string message, Exception? innerException = null) : Exception(message, innerException);
