using System.Text.Json;

namespace Codex.Backend.Models;

/// <summary>Reads a <c>model_catalog_json</c> file: an object with at least one entry in <c>models</c>.</summary>
internal static class ModelCatalogFile
{
    /// <summary>Reads all entries.</summary>
    /// <exception cref="ModelCatalogException">The file cannot be read or is no catalog.</exception>
    public static IReadOnlyList<ModelInfo> Read(string path)
    {
        try
        {
            var entries = ModelListReader.Read(File.ReadAllBytes(path));
            return entries.Count > 0 ? entries : throw new ModelCatalogException($"model_catalog_json path `{path}` must contain at least one model");
        }
        catch (JsonException exception)
        {
            throw new ModelCatalogException($"failed to parse model_catalog_json path `{path}` as JSON: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelCatalogException("No such file or directory (os error 2)", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelCatalogException(exception.Message, exception);
        }
    }
}
