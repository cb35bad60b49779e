using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Analyzers.Tests.Harness;

/// <summary>An assembly that was built elsewhere: with the generator, but without the analyzers.</summary>
internal static class Library
{
    public static MetadataReference Build(string code)
    {
        var compilation = Snippet.WithGenerated(
            CSharpCompilation.Create(
                "Elsewhere",
                [CSharpSyntaxTree.ParseText(Snippet.UsingsText, Snippet.Parsing), CSharpSyntaxTree.ParseText(code, Snippet.Parsing)],
                Snippet.References,
                Snippet.Options),
            []);
        Analysis.AssertCompiles(compilation);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
