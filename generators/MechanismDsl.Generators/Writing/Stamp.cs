namespace MechanismDsl.Generators.Writing;

/// <summary>The mark of generated members.</summary>
internal static class Stamp
{
    /// <summary>Version of this generator, as written into the code.</summary>
    public static string Version { get; } = typeof(Stamp).Assembly.GetName().Version.ToString(3);

    /// <summary>The attribute for a member.</summary>
    /// <param name="name">How the attribute is named at that place.</param>
    public static string Attribute(string name = "global::System.CodeDom.Compiler.GeneratedCode") => $"[{name}(\"MechanismDsl\", \"{Version}\")]";
}
