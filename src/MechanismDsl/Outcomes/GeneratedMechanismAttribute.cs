using System.ComponentModel;

namespace MechanismDsl;

/// <summary>The stamp of generated code. Guarantees of a type from another assembly count only with it; do not write it by hand.</summary>
/// <param name="engine">Version of the compiler extension that solved the declaration and wrote the code.</param>
/// <param name="problem">Hash of the solved problem, so that two builds can be compared.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedMechanismAttribute(string engine, string problem) : Attribute
{
    /// <summary>Version of the compiler extension that wrote the code.</summary>
    public string Engine => engine;

    /// <summary>Hash of the solved problem.</summary>
    public string Problem => problem;

    /// <summary>Hash of what the user's own rules do, which was judged; null without such rules.</summary>
    public string? Rules { get; set; }
}
