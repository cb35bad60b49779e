using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>A choice whose declaration has errors keeps its signatures, so that its callers see one error, not twenty.</summary>
public class ChoiceSkeletonTests
{
    [Fact]
    public void CallersOfAWrongDeclarationCompile()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Home { SwimmingPool, DanceStudio }

            [Mechanism, Outcomes<Home>, Reserve(3), Efficient, Agent("Alexa"), Agent("Siri")]
            internal partial class Renovation;

            internal static class Caller
            {
                public static (Home, Home, double, bool) Run()
                {
                    Span<double> payments = [0, 0];
                    var decision = Renovation.Run([new(1, 2), new(3, 4)]);
                    var result = Renovation.Run(new(1, 2), new(3, 4));
                    _ = Renovation.Run([new(1, 2), new(3, 4)], payments);
                    _ = Renovation.RunMatrix([1, 2, 3, 4], payments);
                    _ = Renovation.RunMatrix(new double[2, 2]);
                    return (decision.Outcome, result.Outcome, result.AlexaPays, result.SiriIsPivotal);
                }
            }
            """);
        var error = Assert.Throws<System.Reflection.TargetInvocationException>(() => assembly.GetType("Shop.Caller")!.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal("The declaration of Renovation has errors: MECH0005.", Assert.IsType<InvalidOperationException>(error.InnerException).Message);
    }
}
