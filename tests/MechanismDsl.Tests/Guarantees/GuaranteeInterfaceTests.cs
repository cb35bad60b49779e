using System.Reflection;

namespace MechanismDsl.Tests.Guarantees;

public sealed class GuaranteeInterfaceTests
{
    private static readonly Type[] Interfaces =
        [.. typeof(IGuarantee).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IGuarantee).IsAssignableFrom(type) && type != typeof(IGuarantee))];

    [Fact]
    public void Every_member_has_its_interface_and_every_interface_its_member() =>
        Assert.Equal(Enum.GetNames<Guarantee>().Select(name => "I" + name).Order(), Interfaces.Select(type => type.Name).Order());

    [Theory]
    [InlineData(typeof(IDominantStrategyIncentiveCompatible), "BayesianIncentiveCompatible")]
    [InlineData(typeof(IBayesianIncentiveCompatible), "")]
    [InlineData(typeof(IExPostIndividuallyRational), "ExAnteIndividuallyRational InterimIndividuallyRational")]
    [InlineData(typeof(IInterimIndividuallyRational), "ExAnteIndividuallyRational")]
    [InlineData(typeof(IExAnteIndividuallyRational), "")]
    [InlineData(typeof(IExPostBudgetBalanced), "ExAnteBudgetBalanced NoDeficit")]
    [InlineData(typeof(IExAnteBudgetBalanced), "")]
    [InlineData(typeof(INoDeficit), "")]
    [InlineData(typeof(INoSubsidy), "")]
    [InlineData(typeof(IAllocativelyEfficient), "")]
    public void Implication_is_inheritance(Type stronger, string weaker) =>
        Assert.Equal(
            weaker,
            string.Join(' ', stronger.GetInterfaces().Where(type => type != typeof(IGuarantee)).Select(type => type.Name[1..]).Order()));

    [Fact]
    public void Guarantee_interfaces_have_no_members() =>
        Assert.All(Interfaces, type => Assert.Empty(type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)));
}
