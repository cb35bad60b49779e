using System.Text.Encodings.Web;
using System.Text.Json;

namespace MechanismDsl.Tool.Commands;

/// <summary>How this program writes JSON: indented, camel case, letters as they are.</summary>
internal static class JsonText
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Indented { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
