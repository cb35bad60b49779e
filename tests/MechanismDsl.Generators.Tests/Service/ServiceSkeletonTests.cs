using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>A mechanism for several agents whose declaration has errors keeps its signatures, so that its callers see one error, not twenty.</summary>
public class ServiceSkeletonTests
{
    [Fact]
    public void CallersOfAWrongDeclarationCompile()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Knapsack(10), Efficient, PayAsBid]
            internal partial class Link;

            [Mechanism, Services, Efficient, Agent("North"), Agent("South"), AtMost(1, "Nort")]
            internal partial class Licences;

            internal static class Caller
            {
                public static int Run()
                {
                    var awards = new Award<double>[2];
                    var outcomes = new Awards<double>[1];
                    Licences.Run([1, 2], awards);
                    _ = Licences.Run(north: 1);
                    Link.RunBatch([1, 2], [3, 4], 2, outcomes);
                    Link.Run([1, 2], [3, 4], awards);
                    return Link.Run([1, 2], [3, 4]).Served;
                }
            }
            """);
        var error = Assert.Throws<System.Reflection.TargetInvocationException>(() => assembly.GetType("Shop.Caller")!.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal("The declaration of Licences has errors: MECH0025.", Assert.IsType<InvalidOperationException>(error.InnerException).Message);
    }
}
