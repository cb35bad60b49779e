using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Tests.Support;

namespace MechanismDsl.Language.Tests.Declarations;

public sealed class TypeIdentityReaderTests
{
    [Theory]
    [InlineData("[Mechanism] public partial class X;", "class", "public")]
    [InlineData("[Mechanism] partial struct X;", "struct", "internal")]
    [InlineData("[Mechanism] public sealed partial record X;", "record", "public")]
    [InlineData("[Mechanism] public partial record struct X;", "record struct", "public")]
    public void Keyword_and_accessibility(string text, string keyword, string accessibility)
    {
        var type = Source.Of(text).Read().Type;
        Assert.Equal((keyword, accessibility, "X", "", true), (type.Keyword, type.Accessibility, type.Name, type.Namespace, type.IsPartial));
    }

    [Fact]
    public void Nested_types_repeat_their_containers()
    {
        var type = Source.Of("namespace A.B { public partial class Market { partial struct @in { [Mechanism] private partial class X; } } }").Read().Type;
        Assert.Equal("A.B", type.Namespace);
        Assert.Equal(["partial class Market", "partial struct @in"], type.Containers);
        Assert.Equal("private", type.Accessibility);
        Assert.True(type.IsPartial);
        Assert.False(Source.Of("public class Market { [Mechanism] public partial class X; }").Read().Type.IsPartial);
    }

    [Fact]
    public void Shapes_that_cannot_be_mechanisms_are_named()
    {
        Assert.True(Source.Of("[Mechanism] static partial class X;").Read().Type.IsStatic);
        Assert.True(Source.Of("[Mechanism] abstract partial class X;").Read().Type.IsAbstract);
        Assert.True(Source.Of("[Mechanism] partial class X<T>;").Read().Type.IsGeneric);
        Assert.True(Source.Of("partial class Y<T> { [Mechanism] partial class X; }").Read().Type.IsGeneric);
        Assert.True(Source.Of("[Mechanism] file partial class X;").Read().Type.IsFileLocal);
        Assert.False(Source.Of("[Mechanism] class X;").Read().Type.IsPartial);
    }

    [Fact]
    public void Documentation_is_noticed_without_documentation_output()
    {
        var type = Source.Of("/// <summary>An auction.</summary>\n[Mechanism] partial class X;").Read().Type;
        Assert.Equal((true, false), (type.HasSummary, type.HasRemarks));
        type = Source.Of("[Mechanism] partial class X;", "/// <remarks>Of course.</remarks>\npartial class X;").Read().Type;
        Assert.Equal((false, true), (type.HasSummary, type.HasRemarks));
    }

    [Fact]
    public void Only_members_with_reserved_names_are_listed()
    {
        var type = Source.Of("[Mechanism] partial class X { static int Helper; public X(int a) { } void Run() { } class Info; double Reserve { get; } static X() { } }").Read().Type;
        Assert.Equal([GeneratedMembers.Constructor, "Run", "Info", "Reserve"], type.ReservedMembers);
        Assert.Empty(Source.Of("[Mechanism] partial struct X(int a) { int b = a; int Other => b; }").Read().Type.ReservedMembers);
    }
}
