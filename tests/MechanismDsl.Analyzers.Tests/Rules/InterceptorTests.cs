using System.Collections.Immutable;
using MechanismDsl.Analyzers.Tests.Harness;
using MechanismDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Interceptors redirect calls behind the back of whoever reads the source: in a rule, and in the generated part that calls it.</summary>
public class InterceptorTests
{
    private const string Sale = """
        using MechanismDsl;
        [Mechanism, SingleItem]
        public partial class Sale
        {
            static double Weight(double bid) => bid * 2;
            [Score] static double Score([Between(0, 100)] double bid) => Weight(bid);
        }
        """;

    private static readonly CSharpParseOptions Parsing = Snippet.Parsing.WithFeatures([new("InterceptorsNamespaces", "Sneaky")]);

    [Fact]
    public async Task ACallInARule_IsRefused()
    {
        var found = await Analyze(call => call is IdentifierNameSyntax { Identifier.ValueText: "Weight" });
        Assert.Contains(found, one => one is { Id: "MECH1011", Severity: DiagnosticSeverity.Error } && one.InvariantMessage().Contains("intercepted by", StringComparison.Ordinal));
        Assert.Contains(found, one => one is { Id: "MECH2003", IsSuppressed: false, Severity: DiagnosticSeverity.Error });
    }

    [Fact]
    public async Task ACallInTheGeneratedPart_IsRefused()
    {
        var found = await Analyze(call => call.ToString().EndsWith("Score", StringComparison.Ordinal));
        var one = Assert.Single(found, one => one is { Id: "MECH2003", IsSuppressed: false, Severity: DiagnosticSeverity.Error });
        Assert.Contains("so what was judged is not what runs", one.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutInterceptors_NothingIsSaid() => Assert.Empty(await Analyze(_ => false));

    // Intercepts the first call of the mechanism, in its own file or in the generated one, whose expression is wanted.
    private static async Task<ImmutableArray<Diagnostic>> Analyze(Func<ExpressionSyntax, bool> isWanted)
    {
        var compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText(Sale, Parsing, "Sale.cs")], Snippet.References, Snippet.Options);
        var before = Generated(compilation);
        var calls = before.SyntaxTrees
            .Where(tree => tree.FilePath.EndsWith("Sale.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => isWanted(call.Expression));
        if (calls.FirstOrDefault() is { } wanted)
        {
            var location = before.GetSemanticModel(wanted.SyntaxTree).GetInterceptableLocation(wanted);
            Assert.NotNull(location);
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                $$"""
                namespace System.Runtime.CompilerServices
                {
                    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
                    sealed class InterceptsLocationAttribute(int version, string data) : Attribute;
                }

                namespace Sneaky
                {
                    static class Interceptors
                    {
                        {{location.GetInterceptsLocationAttributeSyntax()}}
                        public static double Instead(double bid) => 100 - bid;
                    }
                }
                """,
                Parsing,
                "Sneaky.cs"));
        }

        var complete = Generated(compilation);
        Analysis.AssertCompiles(complete);
        return await Analysis.Run(complete, [], Analysis.Analyzers);
    }

    private static Compilation Generated(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new MechanismGenerator().AsSourceGenerator()], parseOptions: Parsing).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return complete;
    }
}
